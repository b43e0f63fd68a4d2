namespace Revitalization.Domain.Documents;

/// <summary>What stands above a document's body on a page: breadcrumb, fields, and lines that may be its title.</summary>
/// <param name="BodyFrom">Index of the first line that belongs to the body.</param>
internal sealed record DocumentHeader(
    List<LabelledValue> Fields, List<DocumentLine> Texts, DocumentLine? Breadcrumb, DocumentLine? DateLine, int BodyFrom)
{
    private const int HeaderLinesMax = 40, TitleMax = 100;
    private static readonly string[] s_mastheads = ["政府信息公开", "政务公开", "信息公开", "首页", "正文", "政府信息公开目录"];

    public static DocumentHeader Of(List<DocumentLine> lines)
    {
        var (fields, texts, breadcrumb, dated) = (new List<LabelledValue>(), new List<DocumentLine>(), (DocumentLine?)null, (DocumentLine?)null);
        var at = 0;
        for (; at < Math.Min(lines.Count, HeaderLinesMax); at++)
        {
            var line = lines[at];
            var labelled = DocumentLabels.Of(line);
            fields.AddRange(labelled);
            if (DocumentDates.Find(line.Text) is { Start: 0 } && line.Text.Length < TitleMax) dated ??= line;
            else if (labelled.Count > 0 || s_mastheads.Contains(line.Text)) continue;
            else if (IsBreadcrumb(line.Text)) breadcrumb ??= line;
            else if (IsBody(line.Text)) break;
            else texts.Add(line);
        }
        return new(fields, texts, breadcrumb, dated, at);
    }

    public LabelledValue? Field(DocumentLabel label) => Fields.Where(field => field.Label == label).Select(field => (LabelledValue?)field).FirstOrDefault();

    private static bool IsBreadcrumb(string text) =>
        text.Contains('>', StringComparison.Ordinal) || text.StartsWith("您的位置", StringComparison.Ordinal) || text.StartsWith("当前位置", StringComparison.Ordinal)
        || text.StartsWith("您当前", StringComparison.Ordinal);

    private static bool IsBody(string text) =>
        text.Length > TitleMax || text.Contains('。', StringComparison.Ordinal) || text.EndsWith(':') || SectionNumber.Of(text) is not null;
}
