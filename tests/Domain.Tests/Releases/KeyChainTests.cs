using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Revitalization.Contracts.Releases;

namespace Revitalization.Domain.Tests.Releases;

/// <summary>A key comes after another only by the other's word; what each signed in its time stays valid.</summary>
public sealed class KeyChainTests : IDisposable
{
    private readonly ECDsa[] _keys = [.. Enumerable.Range(0, 4).Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256))];

    public void Dispose()
    {
        foreach (var key in _keys) key.Dispose();
    }

    [Fact]
    public void Each_release_is_signed_by_the_key_whose_turn_it_was()
    {
        var chain = Read(pinned: 0, Change(1, 0, 1, from: 4), Change(2, 1, 2, from: 9));

        new[] { 1, 3, 4, 8, 9, 1000 }.Select(release => chain.At(release).Id).ShouldBe([Id(0), Id(0), Id(1), Id(1), Id(2), Id(2)]);
        chain.Keys.Select(key => (key.FromRelease, key.UntilRelease)).ShouldBe([(1, 3), (4, 8), (9, null)]);
        chain.Verifies(Head(3, 0)).ShouldBeTrue();
        chain.Verifies(Head(4, 1)).ShouldBeTrue();
        chain.Verifies(Head(4, 0)).ShouldBeFalse(); // The old key's time is over: whoever holds it signs nothing any more.
        chain.Verifies(Head(3, 1)).ShouldBeFalse();
    }

    // A portal that is set up after a change pins the newer key and can still show the older releases.
    [Fact]
    public void The_pinned_key_may_stand_anywhere_in_the_chain()
    {
        Read(pinned: 2, Change(1, 0, 1, from: 4), Change(2, 1, 2, from: 9)).At(1).Id.ShouldBe(Id(0));
        Refused("stands nowhere", () => Read(pinned: 3, Change(1, 0, 1, from: 4)));
    }

    [Fact]
    public void A_key_that_nobody_vouches_for_is_refused()
    {
        Refused("not signed by the key before", () => Read(0, Change(1, 0, 1, from: 4) with { ByPrevious = Sign(3, new KeyStatement("public", 1, Point(0), Point(1), 4, At)) }));
        Refused("not signed by the key it introduces", () => Read(0, Change(1, 0, 1, from: 4) with { ByNext = Sign(3, new KeyStatement("public", 1, Point(0), Point(1), 4, At)) }));
        Refused("not signed by the key before", () => Read(0, Change(1, 0, 1, from: 4), Change(2, 0, 2, from: 9)));
    }

    [Fact]
    public void Statements_follow_one_another_and_belong_to_the_channel()
    {
        Refused("out of order", () => Read(0, Change(2, 0, 1, from: 4)));
        Refused("out of order", () => Read(0, Change(1, 0, 1, from: 4), Change(2, 1, 2, from: 3)));
        Refused("out of order", () => Read(0, Change(1, 0, 1, from: 0)));
        Refused("another channel", () => KeyChain.Read("province", Key(0), [Change(1, 0, 1, from: 4)]));
    }

    [Fact]
    public void A_chain_is_only_ever_added_to()
    {
        var (first, second, forged) = (Change(1, 0, 1, from: 4), Change(2, 1, 2, from: 9), Change(1, 0, 3, from: 4));
        KeyChain.IsExtendedBy([first], [first, second]).ShouldBeTrue();
        KeyChain.IsExtendedBy([first], []).ShouldBeFalse();
        KeyChain.IsExtendedBy([first], [forged, second]).ShouldBeFalse();
    }

    [Fact]
    public void Statements_read_back_as_they_were_written()
    {
        var written = KeyStatementJson.Write([Change(1, 0, 1, from: 4)]);
        KeyChain.Read("public", Key(0), KeyStatementJson.Read(written)).Current.Id.ShouldBe(Id(1));
        Should.Throw<JsonException>(() => KeyStatementJson.Read("""{"statements":[{}]}"""u8.ToArray()));
        Should.Throw<JsonException>(() => KeyStatementJson.Read("{}"u8.ToArray()));
    }

    [Fact]
    public void The_published_keys_say_which_releases_are_theirs_the_one_in_force_first()
    {
        var keys = PublishedKeys.Write(Read(0, Change(1, 0, 1, from: 4)).Keys)["keys"]!.AsArray();
        keys.Select(key => key!["kid"]!.GetValue<string>()).ShouldBe([Id(1), Id(0)]);
        keys[0]!["from_release"]!.GetValue<int>().ShouldBe(4);
        keys[0]!.AsObject().ContainsKey("until_release").ShouldBeFalse();
        keys[1]!["until_release"]!.GetValue<int>().ShouldBe(3);
    }

    private static DateTimeOffset At => new(2023, 10, 8, 9, 0, 0, TimeSpan.FromHours(8));

    private KeyChain Read(int pinned, params SignedKeyStatement[] statements) => KeyChain.Read("public", Key(pinned), statements);

    private SignedKeyStatement Change(int number, int previous, int next, int from)
    {
        var statement = new KeyStatement("public", number, Point(previous), Point(next), from, At);
        return new(statement, Sign(previous, statement), Sign(next, statement));
    }

    private SignedHead Head(int size, int key)
    {
        var head = new TreeHead("public", size, new string('a', 64));
        return new(head, Sign(key, ManifestJson.Write(head)));
    }

    private ReleaseSignature Sign(int key, KeyStatement statement) => Sign(key, KeyStatementJson.Write(statement));

    private ReleaseSignature Sign(int key, byte[] data) => new(Id(key), Base64Url.EncodeToString(_keys[key].SignData(data, HashAlgorithmName.SHA256)));

    private ReleaseKey Key(int at) => ReleaseKey.Of(Point(at));

    private KeyPoint Point(int at) => new ReleaseKey(_keys[at]).Point;

    private string Id(int at) => new ReleaseKey(_keys[at]).Id;

    private static void Refused(string reason, Action read) => Should.Throw<ReleaseRejectedException>(read).Message.ShouldContain(reason);
}
