using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Orleans;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Domain.Commands;
using Revitalization.Silo.Households;
using Revitalization.Silo.Projections;
using Revitalization.Silo.Reactors;
using Revitalization.Storage.EventLog;
using Revitalization.Storage.Registry;

namespace Revitalization.SystemTests.Silo;

/// <summary>A reactor may be killed at any moment and run again.</summary>
public sealed class ReactorTests
{
    [Fact]
    public async Task A_reactor_that_breaks_off_between_its_command_and_its_checkpoint_has_one_effect()
    {
        await using var silo = await (await RunningSilo.Start()).WithVillages();
        await silo.Get<IEnumerable<IHostedService>>().OfType<ReactorService>().Single().StopAsync(TestContext.Current.CancellationToken);
        using var county = await silo.SignedIn("jiange", Roles.County, "510823");
        foreach (var (id, first) in new[] { ("HK1", 101), ("HK2", 111) })
        {
            await county.Accepted($"/api/households/{id}", Given.Household());
            await county.Accepted($"/api/households/{id}/members/1", Given.Member(first));
            await county.Accepted($"/api/households/{id}/members/2", Given.Member(first + 1, "spouse", "示例乙"));
        }
        await county.Accepted("/api/households/HK1/splits/s", new SplitBody("HK1b", ["2"], "2", new DateOnly(2023, 8, 1)));
        await county.Accepted("/api/households/HK1/merges/m", new MergeBody("HK2", new DateOnly(2023, 9, 1)));

        var reactor = new BreaksOff(new HouseholdReactor(silo.Get<IGrainFactory>()));
        using var reactors = new ReactorService([reactor], silo.Get<LogTail>(), silo.Get<IRegistryDatabase>(), NullLogger<ReactorService>.Instance);
        await reactors.StartAsync(TestContext.Current.CancellationToken);
        await reactor.Done.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await reactors.StopAsync(TestContext.Current.CancellationToken);

        reactor.Finished.ShouldBe(["household.split", "household.merged"]);
        reactor.BrokenOff.ShouldBe(["household.split", "household.merged"]);
        (await Types(county, "HK1b")).ShouldBe(["household.registered", "household.member-joined"]);
        (await Types(county, "HK2")).Count(type => type == "household.members-absorbed").ShouldBe(1);
        (await county.Read<HouseholdView>("/api/households/HK2")).Members.Count.ShouldBe(3);
    }

    // A thousand reports are not answered one after another; but what one report said first is carried first.
    [Fact]
    public async Task Different_streams_are_answered_side_by_side_and_each_in_its_own_order()
    {
        var events = new[] { ("a", 1), ("b", 1), ("a", 2), ("b", 2), ("a", 3) }.Select((each, at) => Stored(at + 1, each.Item1, each.Item2)).ToList();
        var (done, otherBegan) = (new ConcurrentQueue<(string Stream, long Version)>(), new TaskCompletionSource());

        await StreamOrder.ForEach(events, 2, async stored =>
        {
            if (stored.Stream == "b") otherBegan.TrySetResult();
            else await otherBegan.Task; // One after another, the first would wait for the second for ever.
            done.Enqueue((stored.Stream, stored.Version));
        }, TestContext.Current.CancellationToken);

        done.Where(each => each.Stream == "a").Select(each => each.Version).ShouldBe([1, 2, 3]);
        done.Where(each => each.Stream == "b").Select(each => each.Version).ShouldBe([1, 2]);
    }

    private static StoredEvent Stored(long seq, string stream, long version) => new(seq, stream, version, "test", 1, default, "test", default, $"{stream}/{version}");

    private static async Task<List<string>> Types(HttpClient county, string household) =>
        [.. (await county.Read<Contracts.Commands.Page<HistoryEntry>>($"/api/households/{household}/history")).Items.OrderBy(entry => entry.Version).Select(entry => entry.Type)];

    /// <summary>Dies once after each consequence it has sent, before anybody noted that it had.</summary>
    private sealed class BreaksOff(IReactor inner) : IReactor
    {
        private readonly HashSet<long> _sent = [];

        public string Name => inner.Name;

        public List<string> BrokenOff { get; } = [];

        public List<string> Finished { get; } = [];

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Wants(StoredEvent stored) => inner.Wants(stored);

        public async Task<IReadOnlyList<Refused>> React(StoredEvent stored, CancellationToken cancellation)
        {
            var refused = await inner.React(stored, cancellation);
            refused.ShouldBeEmpty();
            if (_sent.Add(stored.Seq))
            {
                BrokenOff.Add(stored.Type);
                throw new IOException("The process dies here.");
            }
            if (!Finished.Contains(stored.Type)) Finished.Add(stored.Type);
            if (Finished.Count == 2) Done.TrySetResult();
            return refused;
        }
    }
}
