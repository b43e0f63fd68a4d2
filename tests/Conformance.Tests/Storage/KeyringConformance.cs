using System.Security.Cryptography;
using Revitalization.Conformance.Tests.Storage.Harness;
using Revitalization.Storage;
using Revitalization.Storage.Keyring;

namespace Revitalization.Conformance.Tests.Storage;

/// <summary>A person's key is made once, kept outside the log, and gone when the law says so.</summary>
public abstract class KeyringConformance(Func<Task<StorageLab>> newLab)
{
    [Fact]
    public async Task A_person_is_found_again_by_the_blind_index_with_the_same_key_after_a_restart()
    {
        await using var lab = await newLab();
        var created = await (await lab.Open()).Keyring.GetOrCreate(Index(1));
        var keyring = (await lab.Reopen()).Keyring;

        var again = await keyring.GetOrCreate(Index(1));
        var found = await keyring.Find(Index(1));

        created.Key.Length.ShouldBe(32);
        Same(again, created);
        Same(found!, created);
        (await keyring.Keys([created.Person]))[created.Person].ToArray().ShouldBe(created.Key.ToArray());
    }

    [Fact]
    public async Task Two_persons_have_two_keys_and_an_unknown_one_has_none()
    {
        await using var lab = await newLab();
        var keyring = (await lab.Open()).Keyring;

        var (one, two) = (await keyring.GetOrCreate(Index(1)), await keyring.GetOrCreate(Index(2)));

        one.Person.ShouldNotBe(two.Person);
        one.Key.ToArray().ShouldNotBe(two.Key.ToArray());
        (await keyring.Find(Index(3))).ShouldBeNull();
        (await keyring.Keys([Guid.Empty])).ShouldBeEmpty();
    }

    // An import asks for a sheet's persons at once, and the same person stands in two rows.
    [Fact]
    public async Task Many_persons_come_back_in_the_order_asked_known_new_and_repeated()
    {
        await using var lab = await newLab();
        var keyring = (await lab.Open()).Keyring;
        var known = await keyring.GetOrCreate(Index(7));

        var many = await keyring.GetOrCreate([.. Enumerable.Range(0, 3000).Select(Index), Index(7), Index(0)]);

        many.Count.ShouldBe(3002);
        many.Select(key => key.Person).Distinct().Count().ShouldBe(3000);
        Same(many[7], known);
        Same(many[3000], known);
        Same(many[3001], many[0]);
        Same((await (await lab.Reopen()).Keyring.Find(Index(2999)))!, many[2999]);
    }

    [Fact]
    public async Task Two_imports_in_two_silos_agree_who_is_who()
    {
        await using var lab = await newLab();
        var silos = new[] { await lab.Open(), await lab.Open() };

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(async () =>
            await silos[n % 2].Keyring.GetOrCreate(Enumerable.Range(0, 300).Select(i => Index((i * (n + 1)) % 300)).ToList()))));

        var persons = all.SelectMany((keys, n) => keys.Select((key, i) => ((i * (n + 1)) % 300, key.Person))).Distinct().ToList();
        persons.Count.ShouldBe(persons.Select(pair => pair.Item1).Distinct().Count());
        all.SelectMany(keys => keys).ShouldAllBe(key => key.Key.Length == 32);
    }

    [Fact]
    public async Task An_erased_person_is_unknown_and_comes_back_as_another()
    {
        await using var lab = await newLab();
        var keyring = (await lab.Open()).Keyring;
        var person = await keyring.GetOrCreate(Index(1));
        var neighbour = await keyring.GetOrCreate(Index(2));

        await keyring.Erase(person.Person);
        await keyring.Erase(person.Person); // A repeat is as good as the first.

        (await keyring.Find(Index(1))).ShouldBeNull();
        (await keyring.Keys([person.Person, neighbour.Person])).Keys.ShouldBe([neighbour.Person]);
        keyring = (await lab.Reopen()).Keyring;
        (await keyring.Find(Index(1))).ShouldBeNull();
        (await keyring.GetOrCreate(Index(1))).Person.ShouldNotBe(person.Person);
        Same((await keyring.Find(Index(2)))!, neighbour);
    }

    // A sealed key put in another's place must not open, nor one wrapped by another deployment.
    [Fact]
    public void A_wrapped_key_opens_only_for_its_person_and_its_master_key()
    {
        using var wrap = new KeyWrap(new byte[32]);
        using var elsewhere = new KeyWrap(SHA256.HashData("another county"u8));
        var (person, wrapped) = wrap.Create();
        var (other, _) = wrap.Create();

        Same(wrap.Unwrap(person.Person, wrapped), person);
        Should.Throw<CryptographicException>(() => wrap.Unwrap(other.Person, wrapped));
        Should.Throw<CryptographicException>(() => elsewhere.Unwrap(person.Person, wrapped));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_call_fails_a_key_that_was_returned_is_never_another_one_later(bool answerLost)
    {
        for (var failAt = 1; ; failAt++)
        {
            var seam = new FailingSeam(failAt, answerLost);
            await using var lab = await newLab();
            var returned = await CreateWithFault(lab, seam);
            var keyring = (await lab.Reopen()).Keyring;
            foreach (var (n, key) in returned) Same((await keyring.Find(Index(n)))!, key);
            (await keyring.GetOrCreate([Index(0), Index(1), Index(2)])).Count.ShouldBe(3);
            if (!seam.Failed) break;
            failAt.ShouldBeLessThan(100);
        }
    }

    private static async Task<Dictionary<int, PersonKey>> CreateWithFault(StorageLab lab, FailingSeam seam)
    {
        var returned = new Dictionary<int, PersonKey>();
        try
        {
            var keyring = (await lab.Open(seam)).Keyring;
            for (var n = 0; n < 3; n++) returned.Add(n, await keyring.GetOrCreate(Index(n)));
        }
        catch (StorageFaultException)
        {
            // The caller sends its row again later.
        }

        return returned;
    }

    private protected static ReadOnlyMemory<byte> Index(int person) => SHA256.HashData(BitConverter.GetBytes(person));

    private static void Same(PersonKey actual, PersonKey expected)
    {
        actual.Person.ShouldBe(expected.Person);
        actual.Key.ToArray().ShouldBe(expected.Key.ToArray());
    }
}
