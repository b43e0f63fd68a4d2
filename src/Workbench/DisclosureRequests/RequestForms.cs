using Revitalization.Contracts.DisclosureRequests;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.DisclosureRequests;

/// <summary>What people do to a request for disclosure, each with the clause that bounds it.</summary>
internal static class RequestForms
{
    private const int LettersOfAnswer = 4_000;

    public static readonly RecordForms<DisclosureRequestView> All = new(Read,
        request => new(RequestAddress.Of(request.Id), "公开申请", "disclosure-requests", [new(RequestAddress.List, "依申请公开")]),
        new Dictionary<string, string[]>(),
        new RecordAct<DisclosureRequestView>("answer", "答复", "答复", opened =>
        [
            FormField.On("答复日期", opened.Today), new("kind", "答复类型", FieldKind.Choice) { Options = RequestWords.Answers },
            new("ground", "法律依据", FieldKind.Text, false) { MostLetters = 500, Hint = "除全部公开外须写明，如“条例第十五条，涉及个人隐私”" },
            new("text", "答复内容", FieldKind.Text) { MostLetters = LettersOfAnswer, Hint = "打印答复书时用这段文字；能区分处理的，把可以公开的部分给申请人（条例第三十七条）。" },
        ],
            sent => new($"{Api(sent)}/answer", new RequestAnswerBody(sent.Form.Day("on"), sent.Form.Required("kind"), sent.Form.Optional("ground"), sent.Form.Required("text"))))
        {
            IsOpen = (_, request) => request.Stage is "received" or "accepted" or "supplementing", IsMain = true,
        },
        Day("acceptance", "受理", "受理日期", "acceptance", request => !request.IsAccepted && IsRunning(request)) with { IsMain = true },
        new RecordAct<DisclosureRequestView>("supplement", "告知补正", "告知",
            opened => [FormField.On("告知日期", opened.Today), new("what", "须补正的事项", FieldKind.Text) { MostLetters = 500 }],
            sent => new($"{Api(sent)}/supplement", new SupplementBody(sent.Form.Day("on"), sent.Form.Required("what"))))
        {
            IsOpen = (_, request) => IsRunning(request) && request.SupplementAskedOn is null, Lead = "收到申请之日起七个工作日内一次告知（条例第三十条）；答复期限自收到补正之日重新计算。",
        },
        Day("supplemented", "收到补正", "收到日期", "supplement/receipt", request => request.Stage == "supplementing") with { IsMain = true },
        Day("consultation", "征求意见", "发出日期", "consultation", request => IsRunning(request) && request.ConsultedFrom is null) with
        {
            Lead = "征求第三方和其他机关意见，涉及多方的一并征求；所需时间不计入答复期限（条例第三十三条）。",
        },
        Day("consulted", "收到意见", "收到日期", "consultation/end", request => request.Stage == "consulting") with { IsMain = true },
        new RecordAct<DisclosureRequestView>("extension", "延期答复", "延期", opened => [FormField.On("决定日期", opened.Today), FormField.Reason()],
            sent => new($"{Api(sent)}/extension", new ExtensionBody(sent.Form.Day("on"), sent.Form.Required("reason"))))
        {
            IsOpen = (_, request) => IsRunning(request) && request.ExtensionReason is null, Lead = "须经信息公开工作机构负责人同意并告知申请人，最多二十个工作日，只能一次（条例第三十三条）。",
        },
        Day("withdrawal", "申请人撤回", "撤回日期", "withdrawal", request => request.EndedOn is null));

    public static async Task<Answer<DisclosureRequestView>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation) =>
        await silo.Get<DisclosureRequestView>(RequestAddress.ApiOf(route["id"]?.ToString() ?? ""), cancellation);

    /// <summary>Fields with which a request is registered.</summary>
    public static IReadOnlyList<FormField> New(IReadOnlyList<Choice> regions, DateOnly today) =>
    [
        new("region", "被申请机关所属地区代码", FieldKind.Line) { MostLetters = 12, Options = regions, Hint = "县或乡镇的行政区划代码" },
        new("receivedOn", "收到日期", FieldKind.Day) { Default = Hosting.Look.Figures.Day(today), Hint = "期限从这一天起算" },
        new("applicant", "申请人类型", FieldKind.Choice) { Options = RequestWords.Applicants },
        new("channel", "提交方式", FieldKind.Choice) { Options = RequestWords.Channels },
        new("name", "申请人姓名或名称", FieldKind.Line) { MostLetters = 100 },
        new("contact", "联系方式", FieldKind.Line) { MostLetters = 200 },
        new("asked", "所需政府信息", FieldKind.Text) { MostLetters = 2_000 },
        new("form", "希望的提供方式", FieldKind.Line, false) { MostLetters = 200, Hint = "如纸质、电子邮件" },
    ];

    public static DisclosureRequestBody Body(TypedForm form) => new(
        form.Required("region"), form.Required("applicant"), form.Required("name"), form.Required("contact"), form.Required("channel"), form.Day("receivedOn"),
        form.Required("asked"), form.Optional("form"));

    private static bool IsRunning(DisclosureRequestView request) => request.Stage is "received" or "accepted";

    private static RecordAct<DisclosureRequestView> Day(string act, string title, string label, string address, Func<DisclosureRequestView, bool> isOpen) =>
        new(act, title, title, opened => [FormField.On(label, opened.Today)], sent => new($"{Api(sent)}/{address}", new RequestDayBody(sent.Form.Day("on"))))
        {
            IsOpen = (_, request) => isOpen(request),
        };

    private static string Api(Filled<DisclosureRequestView> sent) => RequestAddress.ApiOf(sent.Record.Id);
}
