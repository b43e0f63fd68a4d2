using Revitalization.Domain.Assets;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Policies;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Funds;

internal sealed record MoneyAct(int Kind, int Id, int Amount);

/// <summary>A fund, a project and an asset with what runs between them: the desk's messages, the reactors, and both of them crashing.</summary>
internal sealed class CountyMoney
{
    private static readonly DateOnly Day = new(2022, 5, 1);
    private static readonly IncomeUses Uses = new(ShippedPacks.Default);
    private static readonly ProjectProfile Bridge = new("桥", ProjectCategory.Infrastructure, "510821", null, 2022, 60, false);

    private readonly List<(object Event, long Version)> _log = [];
    private readonly List<FundCommand> _sent = []; // What desks sent to the fund: any of it may arrive late, or again.
    private readonly List<string> _leavingPool = [];
    private Fund _fund = Fund.Empty;
    private Project _project = new ProjectCommand[]
    {
        new PutProject(Day, Bridge), new ReachStage(Day, ProjectStage.Approved, "批复", ["e"]), new ReachStage(Day, ProjectStage.Contracted, "合同", ["e"]),
    }.Aggregate(Project.Empty, (project, command) => ProjectRules.Decide(project, command, Day, RegionBook.Shipped).Events.Aggregate(project, Project.Evolve));

    private Asset _asset = Asset.Evolve(Asset.Empty, new AssetRegistered(Day, "p", new("棚", AssetClass.Operating, "510821101001", 1, "甲", "乙", "巡查", 0), 1));
    private int _delivered;

    public void Do(MoneyAct act)
    {
        switch (act.Kind)
        {
            case 0: Send(new ConfirmMoney(Day, $"r{act.Id}", act.Amount)); break;
            case 1: Send(new RecordMoneyArrival(Day, $"a{act.Id}", act.Amount, $"V{act.Id}")); break;
            case 2 or 3: Allocate($"d{act.Id}", act.Amount); break;
            case 4: Send(new UnconfirmMoney(Day, $"r{act.Id}")); break;
            case 5: Send(new ReverseMoneyArrival(Day, $"a{act.Id}", "误登")); break;
            case 6: Send(new PayMoney(Day, $"y{act.Amount}", $"d{act.Id}", act.Amount, PaymentPurpose.Works, $"V{act.Amount}", ["e"])); break;
            case 7: Send(new GiveBackMoney(Day, $"b{act.Amount}", $"d{act.Id}", act.Amount, "结余")); break;
            case 8: Send(new ReversePayment(Day, $"y{act.Amount}", "误付")); break;
            case 9: Send(new PutProject(Day, Bridge with { BudgetFen = 30 + act.Amount })); break;
            case 10: Send(new CancelProject(Day, "不再实施")); break;
            case 11 or 12: Arrive(act.Id + act.Amount); break;
            case 13: Send(new RecordAssetIncome(Day, $"i{act.Id}", 2022, act.Amount, $"SR{act.Id}")); break;
            case 14: Send(new UseAssetIncome(Day, $"u{act.Id}", act.Id == 0 ? IncomeUse.Upkeep : IncomeUse.Pool, act.Amount, $"ZC{act.Id}", "")); break;
            case 15: ReverseUse($"u{act.Id}", crash: act.Amount % 3 == 0); break;
            default: Deliver(act.Amount); break;
        }
    }

    /// <summary>The project makes room, then the fund is asked; here the message may already be lost, or wait.</summary>
    private void Allocate(string id, int amount)
    {
        if (!Send(new ExpectMoney(Day, id, "510821-2022-east-west", amount))) return;
        if (_project.Expectations.TryGetValue(id, out var expected)) _sent.Add(new AllocateMoney(Day, id, "p", expected.Fen, expected.Permit));
    }

    /// <summary>Any message ever sent reaches the fund. Where it is refused, the desk sends after it that this asking is over.</summary>
    private void Arrive(int which)
    {
        if (_sent.Count == 0) return;
        var message = _sent[which % _sent.Count];
        if (!Send(message) && message is AllocateMoney asked) _sent.Add(new DeclineAllocation(Day, asked.Allocation, asked.Project, asked.Permit));
    }

    private void ReverseUse(string use, bool crash)
    {
        if (!_asset.Uses.TryGetValue(use, out var known) || known.Reversed) return;
        if (known.Fund is not null)
        {
            if (!Send(new WithdrawPoolIncome(Day, use, "误登"))) return;
            _leavingPool.Add(use);
        }
        if (!crash) Send(new ReverseAssetUse(Day, use, "误登"));
    }

    /// <summary>The reactors come back from a crash at an earlier checkpoint and go on a little.</summary>
    private void Deliver(int steps)
    {
        _delivered = Math.Max(0, _delivered - (steps % 4));
        for (var step = 0; step < steps && _delivered < _log.Count; step++) React(_log[_delivered++]);
    }

    /// <summary>And at last everything: from the beginning, with every clerk sending again what had no answer.</summary>
    public void DeliverAll()
    {
        foreach (var use in _leavingPool) Send(new ReverseAssetUse(Day, use, "误登"));
        for (var which = 0; which < _sent.Count; which++) Arrive(which);
        _delivered = 0;
        while (_delivered < _log.Count) React(_log[_delivered++]);
    }

    private void React((object Event, long Version) happened)
    {
        switch (happened.Event)
        {
            case MoneyExpected e:
                var asked = new AllocateMoney(e.On, e.Allocation, "p", e.Fen, happened.Version);
                if (!Send(asked)) Send(new DeclineAllocation(e.On, e.Allocation, "p", happened.Version));
                break;
            case AllocationDeclined e: Send(new GiveUpMoney(e.On, e.Allocation, e.Permit)); break;
            case MoneyAllocated e: Send(new ReceiveMoney(e.On, e.Allocation, "510821-2022-east-west", e.Fen)); break;
            case MoneyGivenBack e: Send(new TakeBackMoney(e.On, e.Allocation, e.Return, e.Fen)); break;
            case AssetIncomeUsed { Fund: not null } e: Send(new ReceivePoolIncome(e.On, e.Use, e.Fen)); break;
            default: break;
        }
    }

    private bool Send(FundCommand command)
    {
        var decision = FundRules.Decide(_fund, command, Day);
        foreach (var happened in decision.Events) _log.Add((happened, (_fund = Fund.Evolve(_fund, happened)).Version));
        return decision.Refusal is null;
    }

    private bool Send(ProjectCommand command)
    {
        var decision = ProjectRules.Decide(_project, command, Day, RegionBook.Shipped);
        foreach (var happened in decision.Events) _log.Add((happened, (_project = Project.Evolve(_project, happened)).Version));
        return decision.Refusal is null;
    }

    private void Send(AssetCommand command)
    {
        foreach (var happened in AssetRules.Decide(_asset, command, Uses, Day).Events) _log.Add((happened, (_asset = Asset.Evolve(_asset, happened)).Version));
    }

    /// <summary>Holds at every moment, delivered or not.</summary>
    public void Holds()
    {
        _fund.AllocatedFen.ShouldBeInRange(0, Math.Min(_fund.ConfirmedFen, _fund.ArrivedFen));
        _project.PaidFen.ShouldBeInRange(0, _project.AllocatedFen);
        _project.PaidFen.ShouldBeLessThanOrEqualTo(_fund.AllocatedFen);
        foreach (var allocation in _project.Allocations.Keys) _project.FreeFen(allocation).ShouldBeGreaterThanOrEqualTo(0);
        (_project.AllocatedFen + _project.ExpectedFen).ShouldBeInRange(0, _project.Profile!.BudgetFen); // No two clerks together allocate above the investment.
        if (_project.Stage == ProjectStage.Cancelled) (_project.AllocatedFen + _project.ExpectedFen).ShouldBe(0);
        _asset.UsedFen.ShouldBeInRange(0, _asset.IncomeFen);
        PoolFen(promise: true).ShouldBeLessThanOrEqualTo(_asset.Uses.Values.Where(use => use is { Fund: not null, Reversed: false }).Sum(use => use.Fen));
    }

    /// <summary>Once everything is delivered both sides tell the same number, and no room is held for nothing.</summary>
    public void Settled()
    {
        _project.AllocatedFen.ShouldBe(_fund.AllocatedFen);
        _project.Expectations.ShouldBeEmpty();
        var inPool = _asset.Uses.Values.Where(use => use is { Fund: not null, Reversed: false }).Sum(use => use.Fen);
        PoolFen(promise: true).ShouldBe(inPool);
        PoolFen(promise: false).ShouldBe(inPool);
    }

    private long PoolFen(bool promise) => promise
        ? _fund.Confirmed.Where(each => each.Key[0] == 'u' && !each.Value.Ended).Sum(each => each.Value.Fen)
        : _fund.Arrivals.Where(each => each.Key[0] == 'u' && !each.Value.Reversed).Sum(each => each.Value.Fen);
}
