/** 起草一节时手边的全部材料。 */
// biome-ignore lint/suspicious/noEmptyInterface: 由叙述模块补齐
export interface DraftContext {}
