using Revitalization.Contracts.Monitoring;
using Revitalization.Hosting.Look;
using Revitalization.Workbench.Forms;

namespace Revitalization.Workbench.Monitoring.Acts;

/// <summary>The public notice (公示) and what is said against it.</summary>
internal static class NoticeActs
{
    public static readonly IReadOnlyList<ActForm> All =
    [
        new(MonitoringActs.Notice, "先打印公示单张贴，再拍照登记。", "登记张贴",
            [
                ActField.On("张贴日期"),
                new("place", "张贴地点", FieldKind.Line) { Default = _ => "村务公开栏", Hint = "不写个人信息" },
                ActField.Files("公示照片", required: true, "拍下贴好的公示；只取第一张"),
            ],
            ReadNotice),
        new(MonitoringActs.NoticeClosing, "公示期满且没有未处理的异议，才能办结。", "办结",
            [ActField.On("办结日期")],
            input => new($"{input.SubjectAddress("notices")}/closing", new NoticeClosingBody(input.Form.Day("on"))))
        {
            Subjects = file => file.Notice is { } notice ? [new(notice.Act, $"{Figures.Day(notice.PostedOn)} 张贴于{notice.Place}")] : [],
            SubjectLabel = "公示",
        },
        new(MonitoringActs.Objection, "登记后公示计时暂停，处理完再继续。", "登记异议",
            [ActField.On("提出日期"), new("statement", "异议内容", FieldKind.Text, false) { Hint = "加密保存；不写提出人姓名" }],
            input => new(input.Address("objections"), new ObjectionBody(input.Form.Day("on"), input.Form.Optional("statement")))),
        new(MonitoringActs.Settlement, "异议成立则程序终止；不成立则公示继续。", "登记处理结果",
            [
                ActField.On("处理日期"),
                ActField.YesNo("upheld", "处理结果", "异议成立", "异议不成立"),
                new("finding", "调查情况", FieldKind.Text),
            ],
            input => new($"{input.SubjectAddress("objections")}/settlement", new SettlementBody(
                input.Form.Day("on"), input.Form.YesOrNo("upheld"), input.Form.Required("finding"))))
        {
            Subjects = file => [.. (file.Notice?.Objections ?? []).Where(one => one.SettledOn is null).Select(one => new Choice(one.Id, $"{Figures.Day(one.RaisedOn)} 提出{(one.Statement is null ? "" : $"：{one.Statement}")}"))],
            SubjectLabel = "哪一件异议",
        },
    ];

    private static ActRequest ReadNotice(ActInput input)
    {
        if (input.Evidence.Count == 0) input.Form.Fault("files", "请上传公示照片。");
        return new(input.Address("notices"), new NoticeBody(input.Form.Day("on"), input.Form.Required("place"), input.Evidence is [var proof, ..] ? proof : ""));
    }
}
