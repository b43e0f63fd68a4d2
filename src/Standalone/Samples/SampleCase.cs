using System.Security.Cryptography;
using Revitalization.Contracts.Monitoring;

namespace Revitalization.Standalone.Samples;

/// <summary>Who acts in a sample village: monitor, township, county.</summary>
public sealed record SampleCadres(string Village, string Township, string County);

/// <param name="Body">Null: the picture that proves the household's acts.</param>
public sealed record SampleAct(string Actor, string Address, object? Body);

/// <summary>One household's way through the chain (监测), as acts in their order; each by whose task it is. Nothing in it is about anybody.</summary>
public sealed class SampleCase(string household, SampleCadres by)
{
    private readonly List<SampleAct> _acts = [];
    private string _proof = "";
    private int _round;

    /// <summary>A white dot: what a county sends is a photograph.</summary>
    public static ReadOnlyMemory<byte> Picture { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==");

    public IReadOnlyList<SampleAct> Acts => _acts;

    public SampleCase Clue(DateOnly on, string origin, string risk, string? note = null) =>
        Do(by.Village, $"clues/{origin}-{++_round}", new ClueBody(on, origin, risk, note));

    public SampleCase Dispatch(DateOnly on) => Do(by.Township, $"dispatch/d{_round}", new DispatchBody(on, by.Village));

    public SampleCase Verify(DateOnly on, string risk, int months) => Proved()
        .Do(by.Village, $"verification/v{_round}", new VerificationBody(on, true, [risk], [], on.AddMonths(months), [_proof]));

    public SampleCase FindNothing(DateOnly on) => Proved()
        .Do(by.Village, $"verification/v{_round}", new VerificationBody(on, false, [], [], null, [_proof]));

    public SampleCase Review(DateOnly on, string act = "r") => Proved()
        .Do(by.Village, $"village-reviews/{act}{_round}", new VillageReviewBody(on, true, 31, 28, [_proof]));

    public SampleCase Notice(DateOnly on, string act = "n") => Proved().Do(by.Village, $"notices/{act}{_round}", new NoticeBody(on, "村务公开栏", _proof));

    public SampleCase TakeDown(DateOnly on, string act = "n") => Do(by.Village, $"notices/{act}{_round}/closing", new NoticeClosingBody(on));

    public SampleCase AtTownship(DateOnly on) => Do(by.Township, $"township-reviews/t{_round}", new TownshipReviewBody(on, true));

    public SampleCase Decide(DateOnly on, string kind) => Do(by.County, $"county-decisions/k{_round}", new CountyDecisionBody(on, true, kind));

    public SampleCase TakeOver(DateOnly on, DateOnly admittedOn, string kind, DateOnly clearOn) =>
        Do(by.County, "takeovers/national", new TakeOverBody(on, admittedOn, kind, ["other"], clearOn));

    public SampleCase Cadre(DateOnly on, string rank) =>
        Do(by.Township, $"cadres/b{_round}", new CadreBody(on, rank == "other-cadre" ? by.Village : rank == "section-leader" ? by.Township : by.County, rank));

    public SampleCase Measure(DateOnly on, string id, string kind, long yuan, DateOnly due) =>
        Do(by.Village, $"measures/{id}-{_round}", new MeasureBody(on, kind, yuan * 100, 1, "次", by.Village, due));

    public SampleCase Complete(DateOnly on, string id) => Proved()
        .Do(by.Village, $"measures/{id}-{_round}/completion", new CompletionBody(on, "已落实到户", [_proof]));

    public SampleCase Visit(DateOnly on, string? note = null) => Do(by.Village, FormattableString.Invariant($"visits/w{on:yyyyMMdd}"), new VisitBody(on, [], note));

    public SampleCase Target(DateOnly on, long yuan) => Do(by.Village, FormattableString.Invariant($"income-targets/{on.Year}"), new IncomeTargetBody(on, yuan * 100));

    public SampleCase Check(DateOnly on, string campaign) => Do(by.Village, $"checks/{campaign}", new CheckBody(on, []));

    public SampleCase Propose(DateOnly on) => Proved().Do(by.Township, $"clearing/x{_round}", new ClearingBody(on, [], true, [_proof]));

    public SampleCase DecideClearing(DateOnly on) => Do(by.County, $"clearing/x{_round}/decision", new ClearingDecisionBody(on, true));

    /// <summary>From a clue to the county's decision on the day, with days enough for every county's notice.</summary>
    public SampleCase Admit(DateOnly day, string kind, string origin, string risk, int months) =>
        Noticed(day.AddDays(-4), origin, risk, months).AtTownship(day.AddDays(-3)).Decide(day, kind);

    /// <summary>Up to a notice that came down on the day.</summary>
    public SampleCase Noticed(DateOnly day, string origin, string risk, int months) =>
        Clue(day.AddDays(-22), origin, risk).Dispatch(day.AddDays(-21)).Verify(day.AddDays(-20), risk, months)
            .Review(day.AddDays(-18)).Notice(day.AddDays(-17)).TakeDown(day);

    /// <summary>Help that is enough to be cleared by any county's rules: a measure and visits.</summary>
    public SampleCase Help(DateOnly day, string rank, string kind, long yuan) =>
        Cadre(day.AddDays(1), rank).Measure(day.AddDays(3), "m", kind, yuan, day.AddDays(60)).Complete(day.AddDays(30), "m")
            .Visit(day.AddDays(20)).Visit(day.AddDays(55));

    public SampleCase Clear(DateOnly day) => Propose(day.AddDays(-22)).Review(day.AddDays(-21), "cr").Notice(day.AddDays(-20), "cn").TakeDown(day.AddDays(-2), "cn").DecideClearing(day);

    // The picture goes up once a household.
    private SampleCase Proved()
    {
        if (_proof.Length > 0) return this;
        _proof = Convert.ToHexStringLower(SHA256.HashData(Picture.Span));
        return Do(by.Village, $"evidence/{_proof}", null);
    }

    private SampleCase Do(string actor, string path, object? body)
    {
        _acts.Add(new(actor, $"/api/households/{household}/{path}", body));
        return this;
    }
}
