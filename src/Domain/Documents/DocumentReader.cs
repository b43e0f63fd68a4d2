using System.Collections.Immutable;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>
/// Reads a document as web pages and converters hand it over (文件导入): what is labelled is certain, what stands where such things
/// stand is likely, and what was chosen among several is guessed; whatever it was unsure of it says. Total: any text is read.
/// </summary>
public static class DocumentReader
{
    public const int LengthMax = 1_000_000;

    public static DocumentReading Read(string? source)
    {
        var given = source ?? "";
        var text = TracedText.Of(given.Length > LengthMax ? given[..LengthMax] : given);
        var lines = DocumentLines.Of(text);
        var header = DocumentHeader.Of(lines);
        var body = lines[header.BodyFrom..FooterFrom(lines, header.BodyFrom)];
        var fields = new DocumentFields(text, header, lines);
        var end = body.Count == 0 ? 0 : body[^1].End;
        var start = body.Count == 0 ? 0 : body[0].Start;
        return new(
            fields.Title, fields.IndexNumber, fields.DocumentNumber, fields.Issuer, fields.Labelled(DocumentLabel.Topic), fields.Labelled(DocumentLabel.Genre),
            fields.MadeOn, fields.PublishedOn, fields.Labelled(DocumentLabel.Validity), fields.Labelled(DocumentLabel.Summary),
            body.Count == 0 ? (0, 0) : text.SourceOf(start, end - start),
            new SectionReader(text).Read(body, end, fields.IsSignature), text.Done, Doubts(given, lines, body));
    }

    public static DocumentValidity ValidityOf(string? word) => word switch
    {
        null or "" => DocumentValidity.Unstated,
        _ when word.Contains("废止", StringComparison.Ordinal) || word.Contains("失效", StringComparison.Ordinal) || word == "无效" => DocumentValidity.Repealed,
        _ when word.Contains("替代", StringComparison.Ordinal) || word.Contains("修订", StringComparison.Ordinal) => DocumentValidity.Superseded,
        _ when word.Contains("有效", StringComparison.Ordinal) => DocumentValidity.Valid,
        _ => DocumentValidity.Unstated,
    };

    private static int FooterFrom(List<DocumentLine> lines, int bodyFrom)
    {
        var at = lines.Count;
        while (at > bodyFrom && IsFooter(lines[at - 1].Text)) at--;
        return at;
    }

    private static bool IsFooter(string line) => line.Length < 80 && s_footers.Any(word => line.Contains(word, StringComparison.Ordinal));

    private static readonly string[] s_footers =
        ["扫一扫", "主办单位", "承办单位", "建设与维护", "版权所有", "联系电话", "ICP备", "公网安备", "网站标识码", "打印本页", "关闭窗口"];

    private static ImmutableArray<string> Doubts(string given, List<DocumentLine> lines, List<DocumentLine> body)
    {
        var doubts = ImmutableArray.CreateBuilder<string>();
        if (given.Length > LengthMax) doubts.Add($"文本超过{LengthMax}字，其余未读。");
        if (body.Count == 0) doubts.Add("没有找到正文。");
        var lost = lines.Where(line => Lost(line.Text) > 0).ToArray();
        if (lost.Length > 0)
            doubts.Add($"第{string.Join('、', lost.Take(5).Select(line => line.Number))}行{(lost.Length > 5 ? "等" : "")}有无法还原的字符，共{lost.Sum(line => Lost(line.Text))}处。");
        return doubts.ToImmutable();
    }

    /// <summary>Question marks inside a sentence, replacement and private characters: what a converter could not write.</summary>
    private static int Lost(string line)
    {
        var count = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is '\ufffd' or >= '\ue000' and <= '\uf8ff') count++;
            else if (line[at] == '?' && at + 1 < line.Length && line[at + 1] is not ('”' or '"' or ')' or ' ')) count++;
        }
        return count;
    }
}
