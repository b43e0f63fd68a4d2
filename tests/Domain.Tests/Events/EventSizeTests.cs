using System.Buffers.Text;
using System.Text;
using Revitalization.Domain.Events;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Tests.Events;

/// <summary>A county's log holds a million events: a typical one stays near 300 bytes.</summary>
public sealed class EventSizeTests
{
    [Fact]
    public void A_typical_event_is_short()
    {
        Size(new HouseholdRegistered(Given.Today, Given.Village, new(HouseholdKind.Lifted, MonitoredKind.Marginal))).ShouldBeLessThan(140);
        Size(new MemberChanged(Given.Today, "M1", new(Employment: Employment.OutOfProvince))).ShouldBeLessThan(100);
        Size(new IncomeRecorded(Given.Quarter("2023-Q3"), Given.Income(1_200_000, 300_000, 80_000, 5_000, 120_000))).ShouldBeLessThan(150);
        Size(new MemberLeft(Given.Today, "M1", LeaveKind.Died)).ShouldBeLessThan(60);
    }

    [Fact]
    public void A_member_with_a_name_and_a_national_id_fits_in_four_hundred_bytes() =>
        Size(new MemberJoined(Given.Today, "M1", JoinKind.Listed, new(
            Given.Person(1), Sealed("张三(示例)"), Sealed("510823199001011234"), Sex.Female, 1990, Relation.Spouse,
            LabourAbility.Able, true, Employment.OutOfProvince, Schooling.JuniorMiddle))).ShouldBeLessThan(400);

    private static int Size(HouseholdEvent happened) => EventCatalog.Write(happened).Data.Length;

    /// <summary>As long as a real one: nonce, ciphertext and tag, in base64url.</summary>
    private static SealedText Sealed(string plain) =>
        new(Base64Url.EncodeToString(new byte[12 + Encoding.UTF8.GetByteCount(plain) + 16]));
}
