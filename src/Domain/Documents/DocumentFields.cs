using System.Globalization;
using Revitalization.Domain.Text;

namespace Revitalization.Domain.Documents;

/// <summary>The fields of one document, each from the best place that names it.</summary>
internal sealed class DocumentFields
{
    private const int SignatureMax = 60, TitleLinesMax = 3;
    private static readonly string[] s_genres =
        ["通知", "意见", "决定", "公告", "通告", "通报", "请示", "批复", "函", "报告", "方案", "规定", "办法", "细则", "纲要", "规划", "计划", "要点", "决议", "公报", "议案"];
    private static readonly string[] s_bodies = ["局", "政府", "办公室", "委员会", "委", "厅", "领导小组", "小组", "中心", "镇", "乡", "街道", "办事处", "指挥部"];

    private readonly TracedText _text;
    private readonly DocumentHeader _header;
    private readonly DocumentLine? _signed, _signer;
    private readonly DateOnly? _signedOn;

    public DocumentFields(TracedText text, DocumentHeader header, List<DocumentLine> lines)
    {
        (_text, _header) = (text, header);
        for (var at = header.BodyFrom; at < lines.Count; at++)
        {
            if (lines[at].Text.Length > SignatureMax || DocumentDates.Find(lines[at].Text) is not { Start: 0, Day: { } day } date) continue;
            if (lines[at].Text.Length > date.Length && lines[at].Text[date.Length..].TrimStart(' ', '?') is not ['(', .., ')']) continue;
            (_signed, _signedOn) = (lines[at], day);
            if (at > header.BodyFrom && IsBody(lines[at - 1].Text)) _signer = lines[at - 1];
            break;
        }
        Title = ReadTitle();
        IndexNumber = ReadIndex();
        DocumentNumber = ReadNumber();
        Issuer = ReadIssuer();
        MadeOn = ReadMade();
        PublishedOn = ReadPublished();
    }

    public ReadField Title { get; }
    public ReadField IndexNumber { get; }
    public ReadField DocumentNumber { get; }
    public ReadField Issuer { get; }
    public ReadField MadeOn { get; }
    public ReadField PublishedOn { get; }

    public bool IsSignature(DocumentLine line) => line == _signer || line == _signed;

    public ReadField Labelled(DocumentLabel label) => _header.Field(label) is { } field ? Placed(field.Value, field.Start, field.Value.Length) : ReadField.Missing();

    private ReadField ReadTitle()
    {
        if (Labelled(DocumentLabel.Title) is { Value: not null } labelled) return labelled;
        for (var at = 0; at < _header.Texts.Count; at++)
        {
            for (var count = 1; count <= TitleLinesMax && at + count <= _header.Texts.Count; count++)
            {
                if (IsOfficial(Joined(at, count))) return Title1(at, count);
            }
        }
        if (_header.Texts.Count == 0) return ReadField.Missing("文中没有标题，也没有标明标题的栏目。");
        var first = Title1(0, 1) with { Certainty = Certainty.Likely, Doubt = "按位置取第一行。" };
        return _header.Texts.Count == 1 ? first : first.Doubted($"另有{_header.Texts.Count - 1}行也像标题，如第{_header.Texts[1].Number}行。", Certainty.Guessed);
    }

    private ReadField Title1(int at, int count)
    {
        var end = _header.Texts[at + count - 1].End;
        return Placed(Joined(at, count), _header.Texts[at].Start, end - _header.Texts[at].Start);
    }

    private string Joined(int at, int count) => string.Concat(_header.Texts.Skip(at).Take(count).Select(line => line.Text));

    private static bool IsOfficial(string text)
    {
        var bare = text.EndsWith(')') && text.LastIndexOf('(') is var open and > 0 ? text[..open] : text;
        return text.Contains("关于", StringComparison.Ordinal) && s_genres.Any(genre => bare.EndsWith(genre, StringComparison.Ordinal));
    }

    private ReadField ReadIndex()
    {
        var field = Labelled(DocumentLabel.IndexNumber);
        if (field.Value is null) return field;
        var index = Documents.IndexNumber.Read(field.Value);
        return index switch
        {
            { Form: IndexNumberForm.Malformed } => field.Doubted("不合索引号的格式。", Certainty.Guessed),
            { Form: IndexNumberForm.Pinyin } => field.Doubted("以拼音字头代替机构代码。"),
            { Broken: not null } => field.Doubted("机构代码校验位不正确。"),
            _ => field,
        };
    }

    // A number inside the text cites another document; only a line of its own above the body is this one's.
    private ReadField ReadNumber()
    {
        var labelled = Labelled(DocumentLabel.DocumentNumber);
        if (labelled.Value is not null) return Documents.DocumentNumber.Read(labelled.Value) is null ? labelled.Doubted("不合发文字号的格式。") : labelled;
        var line = _header.Texts.Where(text => Documents.DocumentNumber.Read(text.Text) is not null).Select(text => (DocumentLine?)text).FirstOrDefault();
        return line is { } own ? Placed(own.Text, own.Start, own.Text.Length).Doubted("没有栏目名，按格式认定。") : ReadField.Missing();
    }

    private ReadField ReadIssuer()
    {
        var named = NamedInTitle();
        var issuer = Labelled(DocumentLabel.Issuer) is { Value: not null } labelled ? labelled
            : InBreadcrumb() ?? InSource() ?? named ?? Signer() ?? ReadField.Missing("没有标明发布机构。");
        if (issuer.Value is not { } name) return issuer;
        if (name[0] is '县' or '市' or '区' or '镇' or '乡') issuer = issuer.Doubted("只写了机构简称，没有写明所属地区。");
        var signer = (named ?? Signer())?.Value;
        return signer is not null && !signer.Contains(name, StringComparison.Ordinal) && !name.Contains(signer, StringComparison.Ordinal)
            ? issuer.Doubted($"标题或落款的机构是“{signer}”。")
            : issuer;
    }

    private ReadField? InBreadcrumb()
    {
        if (_header.Breadcrumb is not { } line) return null;
        var from = 0;
        foreach (var part in line.Text.Split('>'))
        {
            var name = part.Trim();
            if (IsBody(name)) return Placed(name, line.Start + line.Text.IndexOf(name, from, StringComparison.Ordinal), name.Length).Doubted("取自页面路径。");
            from += part.Length + 1;
        }
        return null;
    }

    private ReadField? InSource() => Labelled(DocumentLabel.Source) is { Value: { } source } field && IsBody(source) ? field.Doubted("取自“来源”。") : null;

    private ReadField? NamedInTitle()
    {
        if (Title.Value is not { } title || title.IndexOf("关于", StringComparison.Ordinal) is not (var at and > 1) || !IsBody(title[..at])) return null;
        return new(title[..at], Certainty.Likely, "取自标题。", Title.Start, Title.Length);
    }

    private ReadField? Signer() => _signer is { } line ? Placed(line.Text, line.Start, line.Text.Length).Doubted("取自落款。") : null;

    private ReadField ReadMade()
    {
        var field = Dated(DocumentLabel.MadeOn);
        if (_signed is not { } line || _signedOn is not { } day) return field;
        if (field.Value is null) return (Placed(Written(day), line.Start, line.Text.Length) with { Doubt = field.Doubt }).Doubted("取自落款日期。");
        return field.Day == day ? field : field.Doubted($"落款日期是{Written(day)}。");
    }

    private ReadField ReadPublished()
    {
        var field = Dated(DocumentLabel.PublishedOn);
        if (field.Value is not null || _header.DateLine is not { } line || DocumentDates.Find(line.Text) is not { Day: { } day } date) return field;
        return Placed(Written(day), line.Start + date.Start, date.Length).Doubted("日期没有栏目名，按位置认定为发布日期。");
    }

    private ReadField Dated(DocumentLabel label)
    {
        if (_header.Field(label) is not { } field) return ReadField.Missing();
        if (DocumentDates.Find(field.Value) is not { Day: { } day } date) return ReadField.Missing($"“{field.Value}”不是日期。");
        return Placed(Written(day), field.Start + date.Start, date.Length);
    }

    private ReadField Placed(string value, int start, int length)
    {
        var (at, of) = _text.SourceOf(start, length);
        return new(value, Certainty.Certain, null, at, of);
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static bool IsBody(string name) => name.Length is > 2 and < 50 && s_bodies.Any(body => name.EndsWith(body, StringComparison.Ordinal));
}
