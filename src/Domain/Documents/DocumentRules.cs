using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Disclosure;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Documents;

/// <summary>
/// Registered → reviewed → published → replaced or repealed (登记、审核、公开、替代或废止). Nothing is published that one person alone
/// looked at, and nothing while a finding that must be decided is not.
/// </summary>
public static class DocumentRules
{
    public const int TextMax = 150_000;
    public const int AttachmentsMax = 20;
    private const int FieldMax = 200, SummaryMax = 2_000, ReasonMax = 200, NameMax = 100, FiguresMax = 12;
    private static readonly SearchValues<char> s_ofPaths = SearchValues.Create("\\/:*?\"<>|");

    public static Decision<DocumentEvent> Decide(Document document, DocumentCommand command, RegionBook regions) => command switch
    {
        RegisterDocument c => Register(document, c, regions),
        _ when document.Stage == DocumentStage.None => DocumentRefusal.DocumentUnknown.On("id"),
        AttachToDocument c => Attach(document, c),
        DetachFromDocument c => Detach(document, c),
        ReviewDocument c => Review(document, c),
        PublishDocument c => Publish(document, c),
        ReplaceDocument c => Replace(document, c),
        RepealDocument c => Repeal(document, c),
        _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
    };

    private static Decision<DocumentEvent> Register(Document document, RegisterDocument c, RegionBook regions)
    {
        if (regions.Find(c.Region) is not { Level: RegionLevel.County or RegionLevel.Township }) return DocumentRefusal.RegionUnknown.On("region");
        if (Implausible(c.Profile) is { } field) return DocumentRefusal.ProfileImplausible.On(field);
        if (PersonalTraces.Find(c.Profile.Title) is not null) return DocumentRefusal.PersonalNumber.On("title");
        if (PersonalTraces.Find(c.Profile.Summary) is not null) return DocumentRefusal.PersonalNumber.On("summary");
        if (c.Text.Length is < 1 or > TextMax) return DocumentRefusal.TextImplausible.On("text");
        if ((document.Region, document.Profile, document.Text, document.RegisteredBy) == (c.Region, c.Profile, c.Text, c.By)) return Decision<DocumentEvent>.Nothing;
        if (document.Stage >= DocumentStage.Published) return DocumentRefusal.AlreadyPublished.On();
        return new DocumentRegistered(c.By, c.Region, c.Profile, c.Text);
    }

    private static string? Implausible(DocumentProfile profile)
    {
        if (!Says(profile.Title, FieldMax)) return "title";
        if (profile.Summary.Length > SummaryMax) return "summary";
        if (profile.IndexNumber.Length > FieldMax) return "indexNumber";
        if (profile.DocumentNumber is { Length: 0 or > FieldMax }) return "documentNumber";
        if (profile.Issuer.Length > FieldMax) return "issuer";
        if (profile.Topic.Length > FieldMax) return "topic";
        return profile.Genre.Length > FieldMax ? "genre" : null;
    }

    // Whoever reviews must not have brought what is reviewed: only the registrar attaches.
    private static Decision<DocumentEvent> Attach(Document document, AttachToDocument c)
    {
        if (document.Stage >= DocumentStage.Published) return document.Attachments.Contains(c.Attachment) ? Decision<DocumentEvent>.Nothing : DocumentRefusal.AlreadyPublished.On();
        if (document.RegisteredBy != c.By) return DocumentRefusal.NotRegistrar.On();
        if (document.Attachments.Contains(c.Attachment)) return Decision<DocumentEvent>.Nothing;
        if (!IsName(c.Attachment.Name) || document.Attachments.Length >= AttachmentsMax) return DocumentRefusal.AttachmentImplausible.On("name");
        if (document.Attachments.Any(known => known.Sha256 == c.Attachment.Sha256 || known.Name == c.Attachment.Name)) return DocumentRefusal.AttachmentImplausible.On("name");
        if (PersonalTraces.Find(c.Attachment.Name) is not null) return DocumentRefusal.PersonalNumber.On("name");
        return new DocumentAttached(c.By, c.Attachment);
    }

    private static Decision<DocumentEvent> Detach(Document document, DetachFromDocument c)
    {
        if (document.Stage >= DocumentStage.Published) return DocumentRefusal.AlreadyPublished.On();
        if (document.RegisteredBy != c.By) return DocumentRefusal.NotRegistrar.On();
        return document.Attachments.Any(known => known.Sha256 == c.Sha256) ? new DocumentDetached(c.By, c.Sha256) : DocumentRefusal.AttachmentUnknown.On("sha256");
    }

    // It becomes a file's name on any machine.
    private static bool IsName(string name) => Says(name, NameMax) && name.AsSpan().IndexOfAny(s_ofPaths) < 0 && !name.Any(char.IsControl) && name.Trim() == name && name[0] != '.';

    private static Decision<DocumentEvent> Review(Document document, ReviewDocument c)
    {
        if (document.Stage >= DocumentStage.Published) return DocumentRefusal.AlreadyPublished.On();
        if (document.RegisteredBy == c.By) return DocumentRefusal.SamePerson.On();
        if (c.Findings.Version != document.Version) return DocumentRefusal.ChangedSince.On();
        if (c.Return is { } reason) return Says(reason, ReasonMax) ? new DocumentReturned(c.By, reason) : DocumentRefusal.ReasonImplausible.On("return");
        if (c.Decisions.Any(decision => !Says(decision.Reason, ReasonMax))) return DocumentRefusal.ReasonImplausible.On("decisions.reason");
        if (c.Decisions.Any(decision => !c.Findings.Errors.Contains(decision.Finding) && !c.Findings.Warnings.Contains(decision.Finding)))
            return DocumentRefusal.FindingUnknown.On("decisions.finding");
        if (c.Decisions.Any(decision => decision.Stated.Count() > FiguresMax || !decision.Stated.All(figure => StatedFigures.IsPlausible(document, figure))))
            return DocumentRefusal.FigureImplausible.On("decisions.figures");
        var decided = document.Decisions.Keys.Concat(c.Decisions.Select(decision => decision.Finding)).ToImmutableHashSet(StringComparer.Ordinal);
        return c.Findings.Errors.All(decided.Contains) ? new DocumentReviewed(c.By, c.Decisions) : DocumentRefusal.ErrorUndecided.On("decisions");
    }

    // Checked again: since the review the day, the threshold or the checks themselves may have changed.
    private static Decision<DocumentEvent> Publish(Document document, PublishDocument c)
    {
        if (document.Stage >= DocumentStage.Published) return DocumentRefusal.AlreadyPublished.On();
        if (document.Stage != DocumentStage.Reviewed) return DocumentRefusal.NotReviewed.On();
        if (c.Findings.Version != document.Version) return DocumentRefusal.ChangedSince.On();
        return c.Findings.Errors.All(document.Decisions.ContainsKey) ? new DocumentPublished(c.By, c.On) : DocumentRefusal.ErrorUndecided.On();
    }

    // The public reads the reason.
    private static Decision<DocumentEvent> Replace(Document document, ReplaceDocument c)
    {
        if (document.Stage == DocumentStage.Replaced && document.Successor == c.Successor) return Decision<DocumentEvent>.Nothing;
        if (document.Stage != DocumentStage.Published) return DocumentRefusal.NotInForce.On();
        if (!c.SuccessorPublished) return DocumentRefusal.SuccessorUnknown.On("successor");
        if (PersonalTraces.Find(c.Reason) is not null) return DocumentRefusal.PersonalNumber.On("reason");
        return Says(c.Reason, ReasonMax) ? new DocumentReplaced(c.By, c.On, c.Successor, c.Reason) : DocumentRefusal.ReasonImplausible.On("reason");
    }

    private static Decision<DocumentEvent> Repeal(Document document, RepealDocument c)
    {
        if (document.Stage == DocumentStage.Repealed && document.Reason == c.Reason) return Decision<DocumentEvent>.Nothing;
        if (document.Stage != DocumentStage.Published) return DocumentRefusal.NotInForce.On();
        if (PersonalTraces.Find(c.Reason) is not null) return DocumentRefusal.PersonalNumber.On("reason");
        return Says(c.Reason, ReasonMax) ? new DocumentRepealed(c.By, c.On, c.Reason) : DocumentRefusal.ReasonImplausible.On("reason");
    }

    private static bool Says(string? text, int most) => !string.IsNullOrWhiteSpace(text) && text.Length <= most;
}
