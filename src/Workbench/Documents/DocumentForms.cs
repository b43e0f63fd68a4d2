using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Documents;
using Revitalization.Workbench.Forms;
using Revitalization.Workbench.Identity;
using Revitalization.Workbench.Layout;
using Revitalization.Workbench.SiloApi;

namespace Revitalization.Workbench.Documents;

/// <summary>One document with what was found in it, and the published ones that could take its place.</summary>
public sealed record DocumentRecord(DocumentView Document, DocumentFindingsView Found, IReadOnlyList<Choice> Published);

/// <summary>What people do to a document: register it anew, review it, publish it, take it out of force.</summary>
internal static class DocumentForms
{
    private const string DecisionPrefix = "d-";
    private const int MostPublished = 200;

    public static readonly RecordForms<DocumentRecord> All = new(Read,
        record => new(DocumentAddress.Of(record.Document.Id), record.Document.Body.Title, "documents", [new(DocumentAddress.List, "公开文件")], $"{DocumentAddress.ApiOf(record.Document.Id)}/evidence"),
        new Dictionary<string, string[]>(),
        new RecordAct<DocumentRecord>("review", "审核文件", "提交审核", opened => ReviewFields(opened.Record),
            sent => new($"{Api(sent)}/review", Review(sent), sent.Form.Version()))
        {
            IsOpen = (viewer, record) => viewer.Account != record.Document.RegisteredBy && record.Document.Stage is "registered", IsMain = true,
            Lead = "须处理的每一处，写明为什么可以照原样公开；不能照原样公开的，退回修改。",
        },
        new RecordAct<DocumentRecord>("publication", "公开文件", "公开", _ => [], sent => new($"{Api(sent)}/publication", new { }))
        {
            IsOpen = (_, record) => record.Document.Stage == "reviewed", IsMain = true, Lead = "公开后不能更改，只能以新的文件替代，或废止。",
        },
        new RecordAct<DocumentRecord>("register", "修改文件", "保存", opened => [FormField.Version(opened.Record.Document.Version), .. DocumentFields.Of(opened.Record.Document.Body, [], _ => null)],
            sent => new(Api(sent), DocumentFields.Read(sent.Form), sent.Form.Version()))
        {
            IsOpen = (_, record) => record.Document.Stage is "registered" or "returned" or "reviewed", Lead = "正文有变动的，须重新审核。",
        },
        new RecordAct<DocumentRecord>("attachment", "加附件", "加上",
            _ => [FormField.Files("附件", required: true, "PDF、JPEG、PNG 或 XLSX，不超过 10 MB；一次一个") with { Sheets = true }, new("name", "附件名称", FieldKind.Line) { MostLetters = 100, Hint = "公众看到的名称，如“附件1 资金安排表”" }],
            sent => new($"{Api(sent)}/attachments/{(sent.Evidence is [var file, ..] ? file : "none")}", new DocumentAttachmentBody(sent.Form.Required("name"))))
        {
            IsOpen = IsMineToAttach, Lead = "附件与正文一并公开，附件里的个人信息请先删去；加上之后须重新审核。",
        },
        new RecordAct<DocumentRecord>("removal", "去掉附件", "去掉", _ => [], sent => new($"{Api(sent)}/attachments/{sent.Subject}/removal", new { }))
        {
            IsOpen = IsMineToAttach, OfPart = true,
        },
        new RecordAct<DocumentRecord>("replacement", "以新文件替代", "替代",
            opened => [new("successor", "替代它的文件", FieldKind.Choice) { Options = opened.Record.Published }, FormField.Reason()],
            sent => new($"{Api(sent)}/replacement", new DocumentReplacementBody(sent.Form.Required("successor"), sent.Form.Required("reason"))))
        {
            IsOpen = (_, record) => record.Document.Stage == "published",
        },
        new RecordAct<DocumentRecord>("repeal", "废止文件", "废止", _ => [FormField.Reason()],
            sent => new($"{Api(sent)}/repeal", new DocumentRepealBody(sent.Form.Required("reason"))))
        {
            IsOpen = (_, record) => record.Document.Stage == "published",
        });

    private static bool IsMineToAttach(Viewer viewer, DocumentRecord record) =>
        viewer.Account == record.Document.RegisteredBy && record.Document.Stage is ("registered" or "returned" or "reviewed");

    public static async Task<Answer<DocumentRecord>> Read(RouteValueDictionary route, SiloClient silo, CancellationToken cancellation)
    {
        var address = DocumentAddress.ApiOf(route["id"]?.ToString() ?? "");
        var document = await silo.Get<DocumentView>(address, cancellation);
        if (document.Value is not { } known) return new(null, document.Problem);
        var found = await silo.Get<DocumentFindingsView>($"{address}/findings", cancellation);
        if (found.Value is not { } findings) return new(null, found.Problem);
        var published = known.Stage != "published" ? null : (await silo.Get<Page<DocumentLine>>(
            Query.Join("/api/documents", ("stage", "published"), ("region", known.Body.Region), ("limit", Query.Of(MostPublished))), cancellation)).Value;
        var others = published?.Items.Where(line => line.Id != known.Id && line.Region == known.Body.Region).Select(line => new Choice(line.Id, line.Title));
        return new(new(known, findings, [.. others ?? []]), null);
    }

    private static IReadOnlyList<FormField> ReviewFields(DocumentRecord record)
    {
        var proposed = new HashSet<StatedFigureBody>();
        return
        [
            FormField.Version(record.Document.Version),
            .. record.Found.Findings.Select((finding, at) => (Finding: finding, Number: at + 1)).Where(found => found.Finding.Severity == "error" && found.Finding.Decision is null)
                .SelectMany(found => (IEnumerable<FormField>)[Reason(found.Finding, found.Number), .. DecidedFigures.Fields(found.Finding, found.Number, record.Found, record.Document.Body.Region, proposed)]),
            FormField.YesNo("approved", "审核意见", "可以公开", "退回修改"),
            FormField.Reason("退回的原因", required: false),
        ];
    }

    private static FormField Reason(DocumentFindingView finding, int number) =>
        new(DecisionPrefix + finding.Finding, $"第{number}处 {DocumentWords.Findings.TextOf(finding.Kind)}：可以公开的理由", FieldKind.Line, false) { Hint = finding.Words, MostLetters = 200 };

    private static DocumentReviewBody Review(Filled<DocumentRecord> sent)
    {
        if (!sent.Form.YesOrNo("approved")) return new([], sent.Form.Required("reason"));
        var decided = sent.Record.Found.Findings.Select(finding => (Finding: finding, Reason: sent.Form.Optional(DecisionPrefix + finding.Finding)));
        return new([.. decided.Where(one => one.Reason is not null).Select(one => new FindingDecisionBody(one.Finding.Finding, one.Reason!, DecidedFigures.Read(one.Finding, sent.Form)))]);
    }

    private static string Api(Filled<DocumentRecord> sent) => DocumentAddress.ApiOf(sent.Record.Document.Id);
}
