namespace Revitalization.Domain.Documents;

internal enum DocumentLabel
{
    Title, IndexNumber, DocumentNumber, Issuer, Source, Topic, Genre, MadeOn, PublishedOn, Validity, Summary, Other,
}

internal readonly record struct LabelledValue(DocumentLabel Label, string Value, int Start);

/// <summary>
/// Fields printed above a document: <c>[ 索引号 ] | 1150…/2022-00001 | [ 发文字号 ] | …</c>, <c>发布机构:县乡村振兴局 发布时间: 2022-07-26</c>,
/// <c>来源 石泉县乡村振兴局</c>. A label stands at a line's beginning or after a mark or a space, and is followed by one.
/// </summary>
internal static class DocumentLabels
{
    private static readonly (string Word, DocumentLabel Label)[] s_words =
    [
        .. new (string, DocumentLabel)[]
        {
            ("索引号", DocumentLabel.IndexNumber), ("索引号码", DocumentLabel.IndexNumber), ("索取号", DocumentLabel.IndexNumber),
            ("发文字号", DocumentLabel.DocumentNumber), ("文号", DocumentLabel.DocumentNumber), ("发文文号", DocumentLabel.DocumentNumber), ("文件编号", DocumentLabel.DocumentNumber),
            ("主题分类", DocumentLabel.Topic), ("信息分类", DocumentLabel.Topic),
            ("体裁分类", DocumentLabel.Genre), ("体裁", DocumentLabel.Genre), ("公文种类", DocumentLabel.Genre), ("文种", DocumentLabel.Genre),
            ("发布机构", DocumentLabel.Issuer), ("发布机关", DocumentLabel.Issuer), ("发文机关", DocumentLabel.Issuer), ("制发机关", DocumentLabel.Issuer),
            ("发文单位", DocumentLabel.Issuer), ("发布单位", DocumentLabel.Issuer), ("公开责任部门", DocumentLabel.Issuer), ("来源", DocumentLabel.Source), ("信息来源", DocumentLabel.Source),
            ("成文日期", DocumentLabel.MadeOn), ("成文时间", DocumentLabel.MadeOn), ("生成日期", DocumentLabel.MadeOn), ("制发日期", DocumentLabel.MadeOn),
            ("发布日期", DocumentLabel.PublishedOn), ("发布时间", DocumentLabel.PublishedOn), ("公开日期", DocumentLabel.PublishedOn), ("公开时间", DocumentLabel.PublishedOn),
            ("有效性", DocumentLabel.Validity), ("时效性", DocumentLabel.Validity), ("有效状态", DocumentLabel.Validity),
            ("内容概述", DocumentLabel.Summary), ("内容摘要", DocumentLabel.Summary), ("摘要", DocumentLabel.Summary),
            ("标题", DocumentLabel.Title), ("名称", DocumentLabel.Title), ("信息名称", DocumentLabel.Title), ("文件名称", DocumentLabel.Title),
            ("字体", DocumentLabel.Other), ("字号", DocumentLabel.Other), ("浏览次数", DocumentLabel.Other), ("点击数", DocumentLabel.Other), ("作者", DocumentLabel.Other),
            ("编辑", DocumentLabel.Other), ("责任编辑", DocumentLabel.Other), ("打印", DocumentLabel.Other), ("分享", DocumentLabel.Other), ("下载", DocumentLabel.Other),
        }.OrderByDescending(word => word.Item1.Length),
    ];

    public static List<LabelledValue> Of(DocumentLine line)
    {
        var found = new List<LabelledValue>();
        for (var at = 0; at < line.Text.Length;)
        {
            if (LabelAt(line.Text, at) is not { } label)
            {
                at++;
                continue;
            }
            var from = label.ValueStart;
            var to = ValueEnd(line.Text, from, label.Label);
            var value = line.Text[from..to].Trim(' ', '[', ']', '\t');
            if (value.Length > 0) found.Add(new(label.Label, value, line.Start + line.Text.IndexOf(value, from, StringComparison.Ordinal)));
            at = Math.Max(to, at + 1);
        }
        return found;
    }

    private static (DocumentLabel Label, int ValueStart)? LabelAt(string text, int at)
    {
        if (at > 0 && text[at - 1] is not (' ' or '\t' or '|' or '[' or '【')) return null;
        foreach (var (word, label) in s_words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) continue;
            var from = at + word.Length;
            var marked = from;
            while (marked < text.Length && text[marked] is ' ' or '\t' or ']' or '】' or ':' or '|') marked++;
            if (marked > from) return (label, marked);
        }
        return null;
    }

    // A summary and a title may hold any words; everything else ends where the next field begins.
    private static int ValueEnd(string text, int from, DocumentLabel label)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] == '|') return at;
            if (label is not (DocumentLabel.Summary or DocumentLabel.Title) && LabelAt(text, at) is not null) return at;
        }
        return text.Length;
    }
}
