using System.Collections.Immutable;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Monitoring;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Privacy;
using Revitalization.Domain.Tests.Policies;

namespace Revitalization.Domain.Tests.Monitoring;

/// <summary>A file led through its steps by commands, as a county would; each helper stops at the step it names.</summary>
internal static class Given
{
    public static readonly PolicyPack Jiange = Packs.Get("jiange-2022");
    public static readonly DateOnly Start = new(2023, 1, 3);
    public static readonly DateOnly Today = new(2025, 12, 31);
    public static readonly ImmutableArray<string> Proof = ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"];

    /// <summary>As the desk hands a text over: sealed under the head's key.</summary>
    public static PersonalText Says(string text) => new(Tests.Given.Person(1), Tests.Given.Sealed(text));

    public static MonitoringContext Context(PolicyPack? pack = null, DateOnly? today = null, bool stands = true) => new(today ?? Today, pack ?? Jiange, stands);

    public static MonitoringFile After(this MonitoringFile file, MonitoringCommand command, PolicyPack? pack = null)
    {
        var decision = MonitoringRules.Decide(file, command, Context(pack));
        decision.Refusal.ShouldBeNull(command.GetType().Name);
        return decision.Events.Aggregate(file, MonitoringEvolve.Evolve);
    }

    public static void Refuses(this MonitoringFile file, MonitoringCommand command, MonitoringRefusal refusal, MonitoringContext? context = null)
    {
        var decision = MonitoringRules.Decide(file, command, context ?? Context());
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    public static MonitoringFile WithClue() => MonitoringFile.Empty.After(Commands.Clue());
    public static MonitoringFile Dispatched() => WithClue().After(Commands.Dispatch());
    public static MonitoringFile Verified(int months = 4) => Dispatched().After(Commands.Verify(months));
    public static MonitoringFile Reviewed() => Verified().After(Commands.Review());
    public static MonitoringFile Noticed() => Reviewed().After(Commands.Post());
    public static MonitoringFile NoticeOver() => Noticed().After(new CloseNotice("n1", Start.AddDays(10)));
    public static MonitoringFile AtCounty() => NoticeOver().After(new RecordTownshipReview(Start.AddDays(11), true));
    public static MonitoringFile Admitted(int months = 4, PolicyPack? pack = null) => Verified(months).After(Commands.Review()).After(Commands.Post())
        .After(new CloseNotice("n1", Start.AddDays(10))).After(new RecordTownshipReview(Start.AddDays(11), true)).After(Commands.Admit(), pack);
    public static MonitoringFile Helped() => Admitted().After(Commands.Measure()).After(Commands.Done());
    public static MonitoringFile Clearing() => Helped().After(Commands.Propose());
    public static MonitoringFile ClearingAtCounty() => Clearing().After(Commands.Review(130)).After(Commands.Post(131)).After(new CloseNotice("n1", Start.AddDays(140)));
    public static MonitoringFile Cleared() => ClearingAtCounty().After(new DecideClearing("x1", Start.AddDays(141), true));

    public static DateOnly AdmittedOn => Start.AddDays(12);
}

internal static class Commands
{
    public static ReportClue Clue(string id = "c1", int day = 0, RiskKind risk = RiskKind.Illness) => new(id, Given.Start.AddDays(day), ClueOrigin.Department, risk);
    public static DispatchClues Dispatch(int load = 0) => new(Given.Start.AddDays(1), "verifier-1", load);
    public static RecordVerification Verify(int months = 4) =>
        new("v1", Given.Start.AddDays(2), true, [RiskKind.Illness], BasicNeeds.Met, Given.Start.AddDays(2).AddMonths(months), Given.Proof);
    public static RecordVillageReview Review(int day = 3) => new(Given.Start.AddDays(day), true, 10, 6, Given.Proof);
    public static PostNotice Post(int day = 4) => new("n1", Given.Start.AddDays(day), "村务公开栏", Given.Proof[0]);
    public static RecordCountyDecision Admit() => new(Given.Start.AddDays(12), true, MonitoredKind.SuddenHardship);
    public static PutMeasure Measure(string id = "m1") => new(id, Given.Start.AddDays(13), "医疗救助", 2_000_00, 1, "次", "cadre-1", Given.Start.AddDays(40));
    public static CompleteMeasure Done(string id = "m1") => new(id, Given.Start.AddDays(30), Given.Says("已兑付"), Given.Proof);
    public static RecordVisit Visit(int day = 20, string id = "w1") => new(id, Given.Start.AddDays(day), BasicNeeds.Met, "monitor-1", null, []);
    public static TakeOver TakeOver() => new(Given.Start, new(2021, 5, 1), MonitoredKind.Marginal, [RiskKind.Other], Given.Start.AddMonths(4));
    public static ProposeClearing Propose(int day = 120, bool labour = true) => new("x1", Given.Start.AddDays(day), BasicNeeds.Met, true, labour, Given.Proof);
}
