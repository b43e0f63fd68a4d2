using System.Text;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Documents;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Documents;

/// <summary>Whatever comes in, a document is read and checked: no text stops the register, and no mark falls outside the text.</summary>
public sealed class DocumentFuzzTests
{
    private const int Cases = 10_000, Seed = 20_220_203;

    private static readonly string[] s_pieces =
    [
        "\n", "\n", "\n", " ", "\t", "|", "?", "??", "。", ",", "、", ":", ";", "(", ")", "[", "]", "〔", "〕", "“", "”", "《", "》", "*", "—", "%", "一、", "十二、", "(一)", "(二十六)", "1.", "(1)",
        "索引号", "發文字號", "成文日期", "发布日期", "来源", "内容概述", "标题", "主办单位", "您的位置", " > ", "关于", "通知", "的", "监测户", "监(jiān)測", "已消除风险", "其中", "共", "合计", "人均", "支出进度",
        "户", "人", "万元", "亿余元", "元", "亩", "0", "00", "1", "4", "13", "99999999999999999999", "1.5", "1.", ".", "-", "60.54", "2022-02-03", "2022年13月32日", "二〇二二年二月三日", "二〇〇〇年十十月十十日",
        "13800000000", "6222020000000000000", "519999190001019998", "X", "王", "李示例", "村民", "患", "11500222742856713G/2022-00001", "扶歡府發〔2021〕22號", "不公布", "村名|户数", "\ud800", "\udc00", "\ufffd", "\u200b",
        "\0", "a\u0301", "豈", "①", "٣", "\r\n", "\u2028",
    ];

    [Fact]
    public void Ten_thousand_drawn_texts_are_read_and_checked_and_every_mark_lies_inside()
    {
        var draw = new Random(Seed);
        for (var number = 0; number < Cases; number++)
        {
            var text = Text(draw);
            Inside(text, DocumentReader.Read(text), number);
            foreach (var finding in DocumentChecks.Of(text, 5)) Within(text, finding.Start, finding.Length, $"case {number}: {finding.Id}");
        }
    }

    private static string Text(Random draw)
    {
        var text = new StringBuilder();
        for (var left = draw.Next(60); left > 0; left--)
            text.Append(draw.Next(12) == 0 ? ((char)draw.Next(char.MaxValue + 1)).ToString() : s_pieces[draw.Next(s_pieces.Length)]);
        return text.ToString();
    }

    private static void Inside(string text, DocumentReading read, int number)
    {
        Within(text, read.Body.Start, read.Body.Length, $"case {number}: body");
        foreach (var section in read.Sections) Within(text, section.Start, section.Length, $"case {number}: {section.Heading}");
        foreach (var field in new[] { read.Title, read.IndexNumber, read.DocumentNumber, read.Issuer, read.Topic, read.Genre, read.MadeOn, read.PublishedOn, read.Validity, read.Summary })
            Within(text, field.Start, field.Length, $"case {number}: {field.Value}");
        foreach (var finding in ProfileChecks.Of(read.Profile, new(2026, 1, 5), new(2026, 1, 5), WorkdayCalendar.Shipped, RegionBook.Shipped))
            finding.Words.ShouldNotBeEmpty();
    }

    private static void Within(string text, int start, int length, string what) =>
        (start >= 0 && length >= 0 && start + length <= text.Length).ShouldBeTrue($"{what}: {start}+{length} of {text.Length}");
}
