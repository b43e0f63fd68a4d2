using System.Collections.Immutable;
using Revitalization.Domain.Aid;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Aid;

/// <summary>萧山–旺苍 as agreed, and one report of it.</summary>
internal static class Given
{
    public const string Xiaoshan = "330109";
    public const string Wangcang = "510821";
    public static readonly DateOnly Today = new(2022, 12, 31);
    public static readonly RegionBook Regions = RegionBook.Shipped;

    public static readonly PutAgreement Agreement = new(PartnershipKind.EastWest, Xiaoshan, Wangcang, 2021, 2025, "萧山区旺苍县协作协议", TwoSignatures: false);

    public static Partnership Agreed(bool twoSignatures = false) => Partnership.Empty.After(Agreement with { TwoSignatures = twoSignatures });

    public static Partnership After(this Partnership partnership, PartnershipCommand command)
    {
        var decision = PartnershipRules.Decide(partnership, command, Regions);
        decision.Refusal.ShouldBeNull();
        return decision.Events.Aggregate(partnership, Partnership.Evolve);
    }

    public static void Refuses(this Partnership partnership, PartnershipCommand command, PartnershipRefusal refusal)
    {
        var decision = PartnershipRules.Decide(partnership, command, Regions);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    public static Support Support(long fen = 5_000_000_00) => new(
        2022, AidField.Funds, AidForm.Money, "绿色家居产业城", 0, "", fen, new(2022, 5, 10), Wangcang, null,
        [new(ReferenceKind.Transfer, "ZJ20220510-01")], ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"]);

    public static AidContext Context(string by = "xiaoshan-1", bool twoSignatures = false) => new(Today, Agreed(twoSignatures).Terms(), Regions, by);

    public static AidReport After(this AidReport report, AidReportCommand command, AidContext? context = null)
    {
        var decision = AidReportRules.Decide(report, command, context ?? Context());
        decision.Refusal.ShouldBeNull(command.GetType().Name);
        return decision.Events.Aggregate(report, AidReport.Evolve);
    }

    public static void Refuses(this AidReport report, AidReportCommand command, Enum refusal, AidContext? context = null)
    {
        var decision = AidReportRules.Decide(report, command, context ?? Context());
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    public static ReportSupport Report(Support? support = null) => new(new(2022, 5, 12), "xiaoshan-wangcang", support ?? Support());

    public static AidReport Reported() => AidReport.Empty.After(Report());

    public static AidReport Confirmed() => Reported().After(new ConfirmSupport(new(2022, 5, 20), 5_000_000_00, 0, null));
}
