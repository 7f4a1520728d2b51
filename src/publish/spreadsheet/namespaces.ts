export const MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const DRAWING_NS = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
