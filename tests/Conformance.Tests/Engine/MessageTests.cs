using System.Collections.Immutable;
using Orleans;
using Orleans.Serialization;
using Revitalization.Conformance.Tests.Engine.Grains;

namespace Revitalization.Conformance.Tests.Engine;

/// <summary>What a call carries behaves as if it went over a wire, wherever the grain is.</summary>
public sealed class MessageTests(EngineHost host) : IClassFixture<EngineHost>
{
    [Fact]
    public async Task What_the_sender_changes_afterwards_does_not_reach_the_grain()
    {
        var (grain, basket) = (Grain(1), new Basket { Items = ["鸡蛋"] });
        await grain.Keep(basket);

        basket.Items.Add("大米");

        (await grain.Kept()).Items.ShouldBe(["鸡蛋"]);
    }

    [Fact]
    public async Task What_the_grain_changes_afterwards_does_not_reach_who_got_it()
    {
        var grain = Grain(2);
        await grain.Keep(new Basket { Items = ["鸡蛋"] });
        var got = await grain.Kept();

        await grain.Add("大米");

        got.Items.ShouldBe(["鸡蛋"]);
    }

    // On a wire only declared members travel; a field somebody forgot to declare must be missed in every test, not first in a cluster.
    [Fact]
    public async Task Members_without_an_id_stay_behind()
    {
        var grain = Grain(3);
        await grain.Keep(new Basket { Items = ["鸡蛋"], Note = "forgotten" });

        (await grain.Kept()).Note.ShouldBe("");
    }

    [Fact]
    public async Task A_records_primary_constructor_travels_and_its_other_members_do_not()
    {
        var echoed = await Grain(4).Echo(new Parcel("剑阁县", [1, 2]) { Scribble = "not declared" });

        (echoed.To, string.Join(',', echoed.Weights)).ShouldBe(("剑阁县", "1,2"));
        echoed.Scribble.ShouldBeNullOrEmpty();
    }

    [Fact]
    public async Task A_part_met_twice_is_one_part_at_the_other_end()
    {
        var inner = new Basket { Items = ["一"] };

        var echoed = await Grain(5).EchoAll([inner, inner, new Basket { Inner = inner }]);

        echoed[0].ShouldNotBeSameAs(inner);
        echoed[1].ShouldBeSameAs(echoed[0]);
        echoed[2].Inner.ShouldBeSameAs(echoed[0]);
    }

    [Fact]
    public async Task A_circle_of_objects_arrives_as_a_circle()
    {
        var basket = new Basket();
        basket.Inner = basket;

        var echoed = (await Grain(6).EchoAll([basket]))[0];

        echoed.Inner.ShouldBeSameAs(echoed);
    }

    [Fact]
    public async Task A_type_marked_immutable_is_shared()
    {
        var grain = Grain(7);
        await grain.KeepNotice(Shared.Notice);

        (await grain.KeepsSameNotice()).ShouldBeTrue();
        (await grain.KeptNotice()).ShouldBeSameAs(Shared.Notice);
    }

    [Fact]
    public async Task An_argument_marked_immutable_is_shared()
    {
        (await Grain(8).CountOf(Shared.Ledger)).ShouldBe(2);

        Shared.SawLedger.ShouldBeTrue();
    }

    [Fact]
    public async Task A_derived_record_arrives_whole_as_what_it_is()
    {
        var circle = new Circle("圆", 7);

        var echoed = await Grain(9).EchoShape(circle);

        echoed.ShouldBe(circle);
        echoed.ShouldNotBeSameAs(circle);
    }

    [Fact]
    public async Task Values_and_collections_arrive_as_they_left()
    {
        var grain = Grain(10);

        (await grain.EchoMaybe(12.30m)).ShouldBe(12.30m);
        (await grain.EchoMaybe(null)).ShouldBeNull();
        (await grain.EchoAny(null)).ShouldBeNull();
        (await grain.EchoAny((1, "二"))).ShouldBe((1, "二"));
        (await grain.EchoAny(new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)))).ShouldBe(new DateTimeOffset(2025, 1, 1, 8, 0, 0, TimeSpan.FromHours(8)));
        (await grain.EchoDays(new() { ["登记"] = new(2024, 2, 29) })).ShouldBe(new() { ["登记"] = new(2024, 2, 29) });
        (await grain.EchoImmutable([new("旺苍县", [3])]))[0].Weights.ShouldBe([3]);
        (await grain.EchoAny(new List<long> { 1, 2 })).ShouldBeOfType<List<long>>().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_type_that_declares_nothing_is_refused()
    {
        var grain = Grain(11);

        await Should.ThrowAsync<CodecNotFoundException>(async () => await grain.EchoAny(new Stowaway()));
        (await grain.Key()).ShouldBe(Key(11), "a refused message leaves the grain as it was");
    }

    [Fact]
    public async Task A_type_that_declares_nothing_is_refused_inside_a_collection() =>
        await Should.ThrowAsync<CodecNotFoundException>(async () => await Grain(12).EchoAny(new object[] { 1, new Stowaway() }));

    // A query would run in the grain's turn on the sender's objects; it has no way over a wire.
    [Fact]
    public async Task A_query_is_refused() =>
        await Should.ThrowAsync<CodecNotFoundException>(async () => await Grain(13).EchoAny(new[] { 1, 2 }.Where(item => item > 1)));

    [Fact]
    public async Task A_function_is_refused() =>
        await Should.ThrowAsync<CodecNotFoundException>(async () => await Grain(14).EchoAny(() => 1));

    [Fact]
    public async Task A_reference_to_a_grain_arrives_as_one()
    {
        var other = host.Grains.GetGrain<ITurnGrain>("referred");

        var echoed = await Grain(15).EchoReference(other);

        echoed.ShouldBe(other);
        echoed.GetPrimaryKeyString().ShouldBe("referred");
        await echoed.Say("called through a returned reference");
        host.Diary.Count("called through a returned reference").ShouldBe(1);
    }

    [Fact]
    public async Task A_grain_knows_its_own_key() => (await Grain(16).Key()).ShouldBe(Key(16));

    private IMessageGrain Grain(int number) => host.Grains.GetGrain<IMessageGrain>(Key(number));

    private static Guid Key(int number) => new(number, 0, 0, new byte[8]);
}
