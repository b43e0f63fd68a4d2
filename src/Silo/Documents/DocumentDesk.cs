using System.Collections.Immutable;
using Revitalization.Contracts.Documents;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Documents;
using Revitalization.Silo.Households;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Documents;

/// <summary>The way in for documents: texts are sealed before the log learns of them, and every act is decided on what the checks find now.</summary>
public sealed class DocumentDesk(IGrainFactory grains, DocumentTexts texts, DocumentFiles files, DocumentFindings findings, ContentHash contentHash, TimeProvider clock)
{
    public async Task<CommandReply> Register(string id, DocumentBody body, Sender by, CancellationToken cancellation)
    {
        if (!by.Covers(body.Region)) return Refuse(AccessRefusal.ScopeElsewhere, "region");
        if (Terms.Find<DocumentValidity>(body.Validity) is not { } validity) return Refuse(PersonRefusal.TermUnknown, "validity");
        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > DocumentRules.TextMax) return Refuse(DocumentRefusal.TextImplausible, "text");
        // Whose it was decides who may change it: nobody takes a document over by naming another region.
        var known = await Grain(id).Read();
        if (known.Version > 0 && !by.Covers(known.Region)) return Refuse(AccessRefusal.ScopeElsewhere, "id");
        var profile = new DocumentProfile(
            body.Title, body.IndexNumber, body.DocumentNumber, body.Issuer, body.Topic, body.Genre, body.MadeOn, body.PublishedOn, validity, body.Summary);
        var text = await texts.Keep(id, body.Text, cancellation);
        return await Send(id, "", body, new RegisterDocument(by.Account, body.Region, profile, text), by);
    }

    /// <summary>Names a file that was uploaded before; its type is what its bytes say.</summary>
    public async Task<CommandReply> Attach(string id, string sha256, DocumentAttachmentBody body, Sender by)
    {
        var (_, refusal) = await Open(id, by);
        if (refusal is not null) return refusal;
        if (files.About(id, sha256) is not { } about) return Refuse(DocumentRefusal.AttachmentUnknown, "sha256");
        var name = body.Name.EndsWith(about.Ending, StringComparison.OrdinalIgnoreCase) ? body.Name : body.Name + about.Ending;
        return await Send(id, $"/attachments/{sha256}", body, new AttachToDocument(by.Account, new(name, about.MediaType, about.Length, sha256)), by);
    }

    public async Task<CommandReply> Detach(string id, string sha256, Sender by)
    {
        var (document, refusal) = await Open(id, by);
        return refusal ?? await Send(id, $"/attachments/{sha256}/removal", new { id, document.Version }, new DetachFromDocument(by.Account, sha256), by);
    }

    public async Task<CommandReply> Review(string id, DocumentReviewBody body, Sender by, CancellationToken cancellation)
    {
        var (document, refusal) = await Open(id, by);
        if (refusal is not null) return refusal;
        var now = await findings.Now(id, document, cancellation);
        var decisions = ImmutableArray.CreateBuilder<FindingDecision>();
        foreach (var decision in body.Decisions)
        {
            if (FindingFigures.Read(decision.Figures) is not { } figures) return Refuse(DocumentRefusal.FigureImplausible, "decisions.figures");
            decisions.Add(new(decision.Finding, decision.Reason) { Figures = figures });
        }
        return await Send(id, "/review", body, new ReviewDocument(by.Account, now, decisions.ToImmutable(), body.Return), by);
    }

    public async Task<CommandReply> Publish(string id, Sender by, CancellationToken cancellation)
    {
        var (document, refusal) = await Open(id, by);
        if (refusal is not null) return refusal;
        var now = await findings.Now(id, document, cancellation);
        return await Send(id, "/publication", new { id }, new PublishDocument(by.Account, clock.ChinaToday(), now), by with { IsAct = true });
    }

    public async Task<CommandReply> Replace(string id, DocumentReplacementBody body, Sender by)
    {
        var (document, refusal) = await Open(id, by);
        if (refusal is not null) return refusal;
        var successor = body.Successor == id || !Domain.Households.HouseholdLimits.IsId(body.Successor) ? Document.Empty : await Grain(body.Successor).Read();
        var takesOver = successor.Stage == DocumentStage.Published && successor.Region == document.Region;
        return await Send(id, "/replacement", body, new ReplaceDocument(by.Account, clock.ChinaToday(), body.Successor, takesOver, body.Reason), by with { IsAct = true });
    }

    public async Task<CommandReply> Repeal(string id, DocumentRepealBody body, Sender by)
    {
        var (_, refusal) = await Open(id, by);
        return refusal ?? await Send(id, "/repeal", body, new RepealDocument(by.Account, clock.ChinaToday(), body.Reason), by with { IsAct = true });
    }

    private async Task<(Document Document, CommandReply? Refusal)> Open(string id, Sender by)
    {
        var document = await Grain(id).Read();
        if (document.Version == 0) return (document, Refuse(DocumentRefusal.DocumentUnknown, "id"));
        return by.Covers(document.Region) ? (document, null) : (document, Refuse(AccessRefusal.ScopeElsewhere, "id"));
    }

    private Task<CommandReply> Send(string id, string act, object body, DocumentCommand command, Sender by)
    {
        var address = $"document/{id}{act}";
        return Grain(id).Handle(command, by.Context(address, contentHash.Of(address, body)));
    }

    private IDocumentGrain Grain(string id) => grains.GetGrain<IDocumentGrain>(id);

    private static CommandReply Refuse(Enum refusal, string field) => CommandReply.From(refusal.On(field));
}
