using Revitalization.Domain.Assets;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Policies;

namespace Revitalization.Domain.Tests.Assets;

public sealed class AssetTests
{
    private static readonly DateOnly Day = new(2023, 5, 1);
    private static readonly IncomeUses Uses = new(ShippedPacks.Default);
    private static readonly string[] Proof = ["0f343b0931126a20f133d67c2b018a3b1c4b8a4f2c2f2f3c9f8a4f4f0b7e1d11"];
    private static readonly AssetProfile Shed = new("食用菌大棚", AssetClass.Operating, "510821101001", 1_200_000_00, "五红村联合社", "五红村村委会", "日常巡查和维修", 6);

    internal static Asset After(Asset asset, AssetCommand command)
    {
        var decision = AssetRules.Decide(asset, command, Uses, Day);
        decision.Refusal.ShouldBeNull(command.ToString());
        return decision.Events.Aggregate(asset, Asset.Evolve);
    }

    private static Asset With(params AssetCommand[] commands) => commands.Aggregate(After(Asset.Empty, Register()), After);

    private static void Refuses(Asset asset, AssetCommand command, AssetRefusal refusal)
    {
        var decision = AssetRules.Decide(asset, command, Uses, Day);
        decision.Refusal.ShouldNotBeNull().Code.ShouldBe(refusal.On().Code);
        decision.Events.ShouldBeEmpty();
    }

    private static RegisterAsset Register(AssetProfile? profile = null, long at = 9, string project = "p1") => new(new(2023, 1, 10), project, profile ?? Shed, at);
    private static RecordAssetIncome Earn(long fen, string id = "i1") => new(Day, id, 2023, fen, $"SR-{id}");
    private static UseAssetIncome Use(long fen, string id = "u1", IncomeUse use = IncomeUse.Upkeep) => new(Day, id, use, fen, $"ZC-{id}", "");
    private static AskWriteOff Ask(string by = "a", string id = "w1") => new(Day, id, "洪水冲毁", [.. Proof], by);
    private static DecideWriteOff Answer(bool approved = true, string by = "b") => new(Day, "w1", approved, "核销批复", by);

    // What an asset earned belongs to the village: it cannot be spent twice.
    [Fact]
    public void Income_is_used_no_more_than_once()
    {
        var asset = With(Earn(100), Use(60));

        asset.FreeFen.ShouldBe(40);
        Refuses(asset, Use(41, "u2"), AssetRefusal.AboveIncome);
        After(asset, Use(40, "u2", IncomeUse.Welfare)).FreeFen.ShouldBe(0);
        Refuses(asset, new ReverseAssetIncome(Day, "i1", "误登"), AssetRefusal.IncomeUsed);
        After(After(asset, new ReverseAssetUse(Day, "u1", "误登")), new ReverseAssetIncome(Day, "i1", "误登")).IncomeFen.ShouldBe(0);
    }

    [Fact]
    public void Only_an_operating_asset_earns()
    {
        foreach (var each in new[] { AssetClass.Public, AssetClass.Household })
        {
            var asset = After(Asset.Empty, Register(Shed with { Class = each }));
            Refuses(asset, Earn(1), AssetRefusal.NotOperating);
            Refuses(asset, Use(1), AssetRefusal.NotOperating);
        }
    }

    // Which uses there are is county law: a pack that switches one off, or never speaks of it, does not permit it.
    [Fact]
    public void Income_goes_only_where_the_county_s_pack_lets_it()
    {
        var silent = new IncomeUses(ShippedPacks.Find("shiquan-2023")!);

        AssetRules.Decide(With(Earn(100)), Use(1), silent, Day).Refusal!.Code.ShouldBe("asset.use-not-permitted");
        AssetRules.Decide(With(Earn(100)), Use(1), Uses, Day).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Income_put_into_the_pool_names_the_fund_of_its_county_and_year()
    {
        var used = AssetRules.Decide(With(Earn(100)), Use(30, use: IncomeUse.Pool), Uses, Day).Events.Single().ShouldBeOfType<AssetIncomeUsed>();

        used.Fund.ShouldBe("510821-2023-pool");
        AssetRules.Decide(With(Earn(100)), Use(30), Uses, Day).Events.Single().ShouldBeOfType<AssetIncomeUsed>().Fund.ShouldBeNull();
    }

    [Fact]
    public void Nobody_writes_off_alone()
    {
        var asked = With(Ask());

        asked.State.ShouldBe(AssetState.WriteOffAsked);
        Refuses(asked, Answer(by: "a"), AssetRefusal.SamePerson);
        Refuses(asked, Ask(id: "w2"), AssetRefusal.WriteOffWaiting);
        After(asked, Answer(approved: false)).State.ShouldBe(AssetState.Kept);
        After(asked, Answer()).State.ShouldBe(AssetState.WrittenOff);
    }

    [Fact]
    public void Income_left_holds_up_the_write_off_until_it_is_given_away()
    {
        var asked = With(Earn(100), Ask());

        Refuses(asked, Answer(), AssetRefusal.IncomeLeft);
        After(After(asked, Use(100)), Answer()).State.ShouldBe(AssetState.WrittenOff);
    }

    [Fact]
    public void What_is_written_off_takes_no_acts_but_repeats_of_the_old()
    {
        AssetCommand[] acts = [Earn(100), Use(100), new InspectAsset(Day, "x1", AssetCondition.Good, "", [.. Proof]), new TransferAsset(Day, "t1", "乙", "丙", "协议"), Ask(), Answer()];
        var gone = With(acts);

        foreach (var act in acts) AssetRules.Decide(gone, act, Uses, Day).Events.ShouldBeEmpty(act.ToString());
        foreach (var act in acts) AssetRules.Decide(gone, act, Uses, Day).Refusal.ShouldBeNull(act.ToString());
        foreach (var act in new AssetCommand[] { Earn(1, "i2"), Use(1, "u2"), Ask(id: "w2"), new TransferAsset(Day, "t2", "乙", "丙", "协议"), new InspectAsset(Day, "x2", AssetCondition.Good, "", []) })
            Refuses(gone, act, AssetRefusal.WrittenOff);
        After(gone, Register(Shed with { Name = "新名" }, at: 10)).Profile!.Name.ShouldBe("食用菌大棚");
    }

    [Fact]
    public void A_transfer_changes_owner_and_keeper_and_the_registration_stays_readable()
    {
        var moved = With(new TransferAsset(Day, "t1", "乙合作社", "丙", "移交协议"));

        (moved.Owner, moved.Keeper, moved.Profile!.Owner).ShouldBe(("乙合作社", "丙", "五红村联合社"));
        Refuses(After(moved, Ask()), new TransferAsset(Day, "t2", "丁", "丙", "协议"), AssetRefusal.WriteOffWaiting);
        After(moved, Register(Shed with { Name = "菌棚" }, at: 10)).Owner.ShouldBe("乙合作社"); // A corrected registration does not undo a transfer.
    }

    [Fact]
    public void The_next_inspection_is_due_by_the_months_that_the_registration_states()
    {
        With().InspectionDueOn.ShouldBe(new DateOnly(2023, 7, 10));
        With(new InspectAsset(Day, "x1", AssetCondition.Good, "", [])).InspectionDueOn.ShouldBe(new DateOnly(2023, 11, 1));
        After(Asset.Empty, Register(Shed with { InspectEveryMonths = 0 })).InspectionDueOn.ShouldBeNull();
        With(Ask(), Answer()).InspectionDueOn.ShouldBeNull();
    }

    // Messages of the project may come twice, late, and in any order.
    [Fact]
    public void The_project_s_newest_word_holds_whatever_order_it_comes_in()
    {
        var newest = After(Asset.Empty, Register(Shed with { ValueFen = 5 }, at: 12));

        AssetRules.Decide(newest, Register(at: 9), Uses, Day).Events.ShouldBeEmpty();
        newest.Profile!.ValueFen.ShouldBe(5);
        Refuses(newest, Register(at: 13, project: "p2"), AssetRefusal.ProjectElsewhere);
    }

    [Fact]
    public void The_same_id_with_other_content_is_refused()
    {
        var asset = With(Earn(100), Use(10), new InspectAsset(Day, "x1", AssetCondition.Good, "", []), new TransferAsset(Day, "t1", "乙", "丙", "协议"), Ask());

        Refuses(asset, Earn(101), AssetRefusal.IdReused);
        Refuses(asset, Use(11), AssetRefusal.IdReused);
        Refuses(asset, new InspectAsset(Day, "x1", AssetCondition.Lost, "灭失", []), AssetRefusal.IdReused);
        Refuses(asset, new TransferAsset(Day, "t1", "丁", "丙", "协议"), AssetRefusal.IdReused);
        Refuses(asset, Ask() with { Reason = "另一理由" }, AssetRefusal.IdReused);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var asset = With(Earn(100));
        Refuses(Asset.Empty, Earn(1), AssetRefusal.AssetUnknown);
        Refuses(asset, Earn(1, "i2") with { On = Day.AddDays(1) }, AssetRefusal.DayOutOfOrder);
        Refuses(asset, Earn(1, "i2") with { On = new(2023, 1, 9) }, AssetRefusal.DayOutOfOrder);
        Refuses(asset, Earn(0, "i2"), AssetRefusal.AmountImplausible);
        Refuses(asset, Earn(1, "i2") with { Year = 2024 }, AssetRefusal.YearImplausible);
        Refuses(asset, Earn(1, "i2") with { Voucher = "SR-i1" }, AssetRefusal.VoucherReused);
        Refuses(asset, Earn(1, "i2") with { Voucher = " " }, AssetRefusal.TextImplausible);
        Refuses(asset, new ReverseAssetIncome(Day, "i9", "误登"), AssetRefusal.EntryUnknown);
        Refuses(asset, new InspectAsset(Day, "x1", AssetCondition.Repair, "", []), AssetRefusal.TextImplausible);
        Refuses(asset, Ask() with { Evidence = [] }, AssetRefusal.EvidenceMissing);
        Refuses(asset, Answer(), AssetRefusal.EntryUnknown);
        Refuses(asset with { Transfers = asset.Transfers.AddRange(Many()) }, Earn(1, "i2"), AssetRefusal.TooMany);
    }

    private static IEnumerable<KeyValuePair<string, AssetTransferred>> Many() => Enumerable.Range(0, AssetRules.EntriesMax).Select(
        number => KeyValuePair.Create($"n{number}", new AssetTransferred(Day, $"n{number}", "甲", "乙", "协议")));
}
