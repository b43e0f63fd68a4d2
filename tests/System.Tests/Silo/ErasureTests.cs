using System.Net.Http.Json;
using System.Text;
using Revitalization.Contracts.Commands;
using Revitalization.Contracts.Households;
using Revitalization.Contracts.Identity;
using Revitalization.Hosting.Json;
using Revitalization.Silo.Privacy;
using Revitalization.Storage.EventLog;

namespace Revitalization.SystemTests.Silo;

/// <summary>What a person's erasure takes away, and what it leaves.</summary>
public sealed class ErasureTests(SiloFixture fixture) : IClassFixture<SiloFixture>
{
    private static readonly ErasureBody Lawful = new("个人信息保护法第四十七条", new DateOnly(2023, 12, 31));

    private readonly HttpClient _county = fixture.County;

    [Fact]
    public async Task An_erased_person_is_nowhere_readable_or_findable_and_the_log_is_as_it_was()
    {
        await Member("HE1", 81, "示例逝");
        var log = fixture.Silo.Get<IEventLog>();
        var before = await log.ReadStream("household/HE1", 0, 100);

        var receipt = await _county.Accepted("/api/households/HE1/members/1/erasure", Lawful);

        var member = (await _county.Read<HouseholdView>($"/api/households/HE1?after={receipt.Seq}")).Members.Single();
        (member.Erased, member.Name, member.NationalIdMasked, member.PhoneMasked).ShouldBe((true, null, null, null));
        (await Found(new(NationalId: Given.NationalId(81)))).ShouldBeEmpty();
        (await Found(new(Name: "示例逝"))).ShouldBeEmpty();
        (await log.ReadStream("household/HE1", 0, 100)).Select(stored => Encoding.UTF8.GetString(stored.Data.Span))
            .ShouldBe(before.Select(stored => Encoding.UTF8.GetString(stored.Data.Span)));
        (await _county.Accepted("/api/households/HE1/members/1/erasure", Lawful)).Seq.ShouldBe(receipt.Seq);
    }

    [Fact]
    public async Task Erasure_needs_a_legal_basis_and_the_end_of_retention()
    {
        await Member("HE2", 82, "示例存");
        const string path = "/api/households/HE2/members/1/erasure";
        await _county.Put(path, Lawful with { LegalBasis = " " }).Refused(CommandRefusal.ReasonMalformed, "legalBasis");
        await _county.Put(path, Lawful with { RetentionEndedOn = new DateOnly(2999, 1, 1) }).Refused(PersonRefusal.RetentionNotEnded, "retentionEndedOn");
        await _county.Put("/api/households/HE2/members/9/erasure", Lawful).Refused(PersonRefusal.MemberNotFound, "member");
        using var other = await fixture.Silo.SignedIn("tongjiang", Roles.County, "511921");
        await other.Put(path, Lawful).Refused(AccessRefusal.ScopeElsewhere);

        (await _county.Read<HouseholdView>("/api/households/HE2")).Members.Single().Name.ShouldBe("示例存");
    }

    // Files a thief may copy: log, tables, snapshots. The keys lie apart.
    [Fact]
    public async Task No_file_of_the_data_folder_holds_a_name_number_or_phone_in_plain()
    {
        await Member("HE3", 83, "示例密");
        await fixture.Silo.Projected();

        foreach (var file in Directory.EnumerateFiles(fixture.Silo.Data, "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadShared(file);
            foreach (var plain in new[] { "示例密", Given.NationalId(83), "13800001234", "6228480000001234" })
                bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(plain)).ShouldBe(-1, $"{Path.GetFileName(file)} holds plain personal data");
        }
    }

    [Fact]
    public void A_field_sealed_twice_is_equal_and_opens_only_as_itself()
    {
        using var one = new PersonSealer(RandomKeys.Bytes(32));
        using var other = new PersonSealer(RandomKeys.Bytes(32));
        var sealedName = one.Seal(PersonFields.Name, "示例甲");
        one.Seal(PersonFields.Name, "示例甲").ShouldBe(sealedName);
        one.Open(PersonFields.Name, sealedName).ShouldBe("示例甲");
        other.Seal(PersonFields.Name, "示例甲").ShouldNotBe(sealedName);
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => one.Open(PersonFields.Phone, sealedName));
        Should.Throw<System.Security.Cryptography.CryptographicException>(() => other.Open(PersonFields.Name, sealedName));
    }

    [Fact]
    public void The_secrets_file_is_its_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Modes are a thing of Unix.");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(Path.Combine(fixture.Silo.Data, "secrets.json")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private async Task Member(string id, int n, string name)
    {
        await _county.Accepted($"/api/households/{id}", Given.Household());
        await _county.Accepted($"/api/households/{id}/members/1", Given.Member(n, name: name));
    }

    private async Task<IReadOnlyList<HouseholdFound>> Found(HouseholdSearch search)
    {
        await fixture.Silo.Projected();
        var reply = await _county.PostAsJsonAsync("/api/households/search", search, ServiceJson.Options);
        return (await reply.Content.ReadFromJsonAsync<Page<HouseholdFound>>(ServiceJson.Options))!.Items;
    }

    private static async Task<byte[]> ReadShared(string path)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        return copy.ToArray();
    }
}
