using Revitalization.Domain.Aid;
using Revitalization.Domain.Aid.Checks;
using Revitalization.Domain.Commands;

namespace Revitalization.Domain.Tests.Aid.Checks;

/// <summary>萧山–旺苍's half-year as it was checked, and what was found.</summary>
internal static class GivenCheck
{
    public const string Proof = "0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11";
    public static readonly DateOnly Today = new(2022, 12, 31);
    public static readonly DateOnly On = new(2022, 7, 5);

    public static readonly CheckFigures Figures = new(
        500_00, 450_00, 300_00, 200_00, 250_00, 50_00, [new(AidField.Funds, 600_00, 500_00, 450_00, 2, 1, 0, 0, new(2022, 12, 31), "on-track")], 100_00, 7_00);

    public static readonly TakeAidCheck Take = new(On, "xs-wc", "2022-H1", 4711, Figures);

    public static readonly RaiseFinding Raise = new(On, "w-1", "资金尚有缺口", "旺苍县乡村振兴局", On.AddDays(30), AidField.Funds);

    public static readonly RectifyFinding Rectify = new(On.AddDays(10), "w-1", "资金已到账", [Proof]);

    public static readonly SettleFinding Accept = new(On.AddDays(12), "w-1", true, null);

    public static readonly SettleFinding SendBack = new(On.AddDays(12), "w-1", false, "缺少回单");

    public static AidCheck Taken() => AidCheck.Empty.After(Take);

    public static AidCheck Found() => Taken().After(Raise);

    public static AidCheck Rectified() => Found().After(Rectify);

    public static Decision<AidCheckEvent> Decide(this AidCheck check, AidCheckCommand command) =>
        AidCheckRules.Decide(check, command, Given.Agreed().Terms(), Today);

    public static AidCheck After(this AidCheck check, AidCheckCommand command)
    {
        var decision = check.Decide(command);
        decision.Refusal.ShouldBeNull(command.GetType().Name);
        return decision.Events.Aggregate(check, AidCheck.Evolve);
    }

    public static void Refuses(this AidCheck check, AidCheckCommand command, Enum refusal, string? field = null)
    {
        var decision = check.Decide(command);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        if (field is not null) decision.Refusal.Field.ShouldBe(field);
        decision.Events.ShouldBeEmpty();
    }
}
