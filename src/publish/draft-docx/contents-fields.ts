/** `docx` 库写的目录：内容控件里一个 TOC 域，域的结果是各条，每条的页码是一个 PAGEREF 域。 */
const CONTROL =
  /<w:sdt><w:sdtPr>(?:(?!<\/w:sdtPr>).)*<w:docPartGallery w:val="Table of Contents"\/>.*?<w:sdtContent>(.*?)<\/w:sdtContent><\/w:sdt>/s;
const FIELD_BEGIN =
  /<w:r><w:fldChar w:fldCharType="begin"[^>]*\/><w:instrText[^>]*>TOC [^<]*<\/w:instrText><w:fldChar w:fldCharType="separate"\/><\/w:r>/;
const FIELD_END = /<w:p><w:r><w:fldChar w:fldCharType="end"\/><\/w:r><\/w:p>$/;

/**
 * 去掉目录外面的 TOC 域，留下各条：标题是点得到正文的链接，页码是指着标题的 PAGEREF 域。
 * LibreOffice 把 TOC 域里的页码当作写死的字，不在 TOC 域里的 PAGEREF 才按自己的排版算。没有目录的原样返回。
 */
export function pageReferencesOnly(xml: string): string {
  return xml.replace(CONTROL, (_, entries: string) => {
    if (!FIELD_BEGIN.test(entries) || !FIELD_END.test(entries)) {
      throw new Error("目录的写法与 docx 库的不同，去不掉外面的域。");
    }
    return entries.replace(FIELD_BEGIN, "").replace(FIELD_END, "");
  });
}
