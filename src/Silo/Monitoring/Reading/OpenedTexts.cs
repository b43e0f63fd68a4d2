using System.Collections.Immutable;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.Keyring;

namespace Revitalization.Silo.Monitoring.Reading;

/// <summary>What was said in a file (文字说明), opened with the keys it was sealed under; nothing of an erased person.</summary>
public sealed class OpenedTexts : IDisposable
{
    private readonly Dictionary<Guid, PersonSealer> _sealers;

    private OpenedTexts(Dictionary<Guid, PersonSealer> sealers) => _sealers = sealers;

    public static async Task<OpenedTexts> Of(IReadOnlyList<RecordedEvent> events, IKeyring keyring, CancellationToken cancellation)
    {
        var persons = events.Select(recorded => Of(recorded.Event)?.Person).OfType<Guid>().Distinct().ToList();
        var keys = await keyring.Keys(persons, cancellation);
        return new(keys.ToDictionary(key => key.Key, key => new PersonSealer(key.Value)));
    }

    public string? Open(PersonalText? text) => text is { Text.IsCleared: false } && _sealers.TryGetValue(text.Person, out var sealer)
        ? sealer.Open(PersonFields.Text, text.Text.Ciphertext)
        : null;

    public string? Open(MonitoringEvent happened) => Open(Of(happened));

    public static PersonalText? Of(MonitoringEvent happened) => happened switch
    {
        ClueReported e => e.Note,
        ClueWithdrawn e => e.Reason,
        ObjectionRaised e => e.Statement,
        ObjectionSettled e => e.Finding,
        AdmissionDismissed e => e.Detail,
        MeasureCompleted e => e.Result,
        MeasureWithdrawn e => e.Reason,
        VisitRecorded e => e.Note,
        VisitWithdrawn e => e.Reason,
        RiskReassessed e => e.Reason,
        MonitoringContinued e => e.Detail,
        _ => null, // The rest says nothing free.
    };

    public static ImmutableArray<string> Evidence(MonitoringEvent happened) => happened switch
    {
        ClueReported e => e.Evidence,
        RiskVerified e => e.Evidence,
        VillageReviewAgreed e => e.Evidence,
        NoticePosted e => [e.ProofHash],
        AdmissionDismissed e => Stated(e.Evidence),
        MeasureCompleted e => e.Evidence,
        VisitRecorded e => e.Evidence,
        ClearingProposed e => e.Evidence,
        MonitoringContinued e => Stated(e.Evidence),
        _ => [],
    };

    public void Dispose()
    {
        foreach (var sealer in _sealers.Values) sealer.Dispose();
    }

    private static ImmutableArray<string> Stated(ImmutableArray<string> evidence) => evidence.IsDefault ? [] : evidence;
}
