using FsCheck;
using FsCheck.Fluent;
using Revitalization.Domain.Funds;
using Revitalization.Domain.Projects;
using Revitalization.Domain.Regions;

namespace Revitalization.Domain.Tests.Funds;

/// <summary>
/// Money is conserved between a fund and its projects whatever order commands, deliveries, repeats and crashes come in. A reactor is a list of events
/// already sent, which may be sent again from any earlier point.
/// </summary>
public sealed class ConservationTests
{
    private static readonly DateOnly Day = new(2022, 5, 1);

    private sealed record Act(int Kind, int Id, int Amount);

    private static readonly Gen<Act> Acts =
        from kind in Gen.Choose(0, 9)
        from id in Gen.Choose(0, 5)
        from amount in Gen.Choose(1, 40)
        select new Act(kind, id, amount);

    [Fact]
    public void No_history_of_acts_crashes_and_repeats_makes_or_loses_a_fen() =>
        Properties.Holds(Gen.Choose(1, 80).SelectMany(length => Gen.ArrayOf(Acts, length)).ToArbitrary(), acts =>
        {
            var county = new TwoGrains();
            foreach (var act in acts)
            {
                county.Do(act);
                county.Holds();
            }
            county.DeliverAll();
            county.Holds();
            county.Settled();
        }, cases: 1000);

    private sealed class TwoGrains
    {
        private readonly List<object> _log = [];
        private Fund _fund = Fund.Empty;
        private Project _project = new ProjectCommand[]
        {
            new PutProject(Day, new("桥", ProjectCategory.Infrastructure, "510821", null, 2022, 1_000_000, false)),
            new ReachStage(Day, ProjectStage.Approved, "批复", ["e"]), new ReachStage(Day, ProjectStage.Contracted, "合同", ["e"]),
        }.Aggregate(Project.Empty, (project, command) => ProjectRules.Decide(project, command, Day, RegionBook.Shipped).Events.Aggregate(project, Project.Evolve));

        private int _delivered;

        public void Do(Act act)
        {
            switch (act.Kind)
            {
                case 0: Send(new ConfirmMoney(Day, $"r{act.Id}", act.Amount)); break;
                case 1: Send(new RecordMoneyArrival(Day, $"a{act.Id}", act.Amount, $"V{act.Id}")); break;
                case 2 or 3: Send(new AllocateMoney(Day, $"d{act.Id}", "p", act.Amount)); break;
                case 4: Send(new UnconfirmMoney(Day, $"r{act.Id}")); break;
                case 5: Send(new ReverseMoneyArrival(Day, $"a{act.Id}", "误登")); break;
                case 6: Send(new PayMoney(Day, $"y{act.Amount}", $"d{act.Id}", act.Amount, PaymentPurpose.Works, $"V{act.Amount}", ["e"])); break;
                case 7: Send(new GiveBackMoney(Day, $"b{act.Amount}", $"d{act.Id}", act.Amount, "结余")); break;
                case 8: Send(new ReversePayment(Day, $"y{act.Amount}", "误付")); break;
                default: Deliver(act.Amount); break;
            }
        }

        /// <summary>The reactors come back from a crash at an earlier checkpoint and go on a little.</summary>
        private void Deliver(int steps)
        {
            _delivered = Math.Max(0, _delivered - (steps % 4));
            for (var step = 0; step < steps && _delivered < _log.Count; step++) React(_log[_delivered++]);
        }

        public void DeliverAll()
        {
            _delivered = 0;
            while (_delivered < _log.Count) React(_log[_delivered++]);
        }

        private void React(object happened)
        {
            if (happened is MoneyAllocated given) Send(new ReceiveMoney(given.On, given.Allocation, "510821-2022-EastWest", given.Fen));
            if (happened is MoneyGivenBack back) Send(new TakeBackMoney(back.On, back.Allocation, back.Return, back.Fen));
        }

        private void Send(FundCommand command)
        {
            var events = FundRules.Decide(_fund, command, Day).Events;
            _fund = events.Aggregate(_fund, Fund.Evolve);
            _log.AddRange(events);
        }

        private void Send(ProjectCommand command)
        {
            var events = ProjectRules.Decide(_project, command, Day, RegionBook.Shipped).Events;
            _project = events.Aggregate(_project, Project.Evolve);
            _log.AddRange(events);
        }

        /// <summary>Holds at every moment, delivered or not.</summary>
        public void Holds()
        {
            _fund.AllocatedFen.ShouldBeInRange(0, Math.Min(_fund.ConfirmedFen, _fund.ArrivedFen));
            _project.PaidFen.ShouldBeInRange(0, _project.AllocatedFen);
            _project.PaidFen.ShouldBeLessThanOrEqualTo(_fund.AllocatedFen);
            foreach (var allocation in _project.Allocations.Keys) _project.FreeFen(allocation).ShouldBeGreaterThanOrEqualTo(0);
        }

        /// <summary>Once everything is delivered both sides tell the same number.</summary>
        public void Settled() => _project.AllocatedFen.ShouldBe(_fund.AllocatedFen);
    }
}
