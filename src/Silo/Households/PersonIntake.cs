using Revitalization.Contracts.Households;
using Revitalization.Domain.Calendar;
using Revitalization.Domain.Commands;
using Revitalization.Domain.Households;
using Revitalization.Domain.Privacy;
using Revitalization.Silo.Privacy;

namespace Revitalization.Silo.Households;

/// <summary>A member's plain fields after their checks, and the blind index that finds the person.</summary>
public sealed record CheckedPerson(MemberBody Body, string? NationalId, Sex Sex, DateOnly BirthDate, byte[] BlindIndex);

/// <summary>
/// Takes a person's plain fields in (收件): checks them, finds the person by blind index, seals with the person's key.
/// Behind this line nothing personal is plain.
/// </summary>
public sealed class PersonIntake(BlindIndex blindIndex, TimeProvider clock)
{
    /// <summary>The first rule the fields break, or the person.</summary>
    /// <param name="place">Household and member: a newborn without national id is known by them.</param>
    public Refused? Check(MemberBody body, string place, out CheckedPerson? person)
    {
        person = null;
        if (Malformed(body) is { } malformed) return malformed;
        if (body.NationalId is null) return CheckNewborn(body, place, out person);

        if (NationalId.TryParse(body.NationalId, clock.ChinaToday(), out var id) is { } refusal) return refusal.On("nationalId");
        if (Contradicts(body, id!)) return PersonRefusal.BirthContradicted.On(body.Sex is null ? "birthDate" : "sex");
        person = new(body, id!.Text, id.Sex, id.BirthDate, blindIndex.OfNationalId(id.Text));
        return null;
    }

    public MemberDetails? Details(CheckedPerson person, Guid id, ReadOnlyMemory<byte> key, out Refused? refusal)
    {
        var body = person.Body;
        refusal = Unknown(body);
        if (refusal is not null) return null;
        using var sealer = new PersonSealer(key);
        return new MemberDetails(
            id, new(sealer.Seal(PersonFields.Name, body.Name.Trim())), Sealed(sealer, PersonFields.NationalId, person.NationalId),
            person.Sex, person.BirthDate.Year, Terms.Find<Relation>(body.Relation)!.Value, Terms.Labour(body.Labour)!.Value,
            body.WillingToWork, Terms.Employment(body.Employment)!.Value,
            body.InSchool ? Schooling.AtSchool : Terms.Schooling(body.Schooling)!.Value,
            Sealed(sealer, PersonFields.Phone, body.Phone),
            person.NationalId is null ? new(sealer.Seal(PersonFields.BirthDate, PersonFields.Day(person.BirthDate))) : null,
            Sealed(sealer, PersonFields.BankAccount, body.BankAccount), Sealed(sealer, PersonFields.Health, body.Health));
    }

    private Refused? CheckNewborn(MemberBody body, string place, out CheckedPerson? person)
    {
        person = null;
        if (body.BirthDate is not { } born) return PersonRefusal.BirthUnstated.On("birthDate");
        if (body.Sex is null || Terms.Find<Sex>(body.Sex) is not { } sex) return PersonRefusal.BirthUnstated.On("sex");
        if (born > clock.ChinaToday()) return HouseholdRefusal.DayInFuture.On("birthDate");
        person = new(body, null, sex, born, blindIndex.OfPlace(place));
        return null;
    }

    private static bool Contradicts(MemberBody body, NationalId id) =>
        (body.Sex is { } sex && Terms.Find<Sex>(sex) != id.Sex) || (body.BirthDate is { } born && born != id.BirthDate);

    private static Refused? Malformed(MemberBody body)
    {
        if (body.Name.Trim() is not { Length: > 0 and <= 50 }) return PersonRefusal.NameMalformed.On("name");
        if (body.Phone is { Length: > 0 } phone && !IsDigits(phone, 5, 20, "-")) return PersonRefusal.PhoneMalformed.On("phone");
        if (body.BankAccount is { Length: > 0 } account && !IsDigits(account, 8, 32, "")) return PersonRefusal.BankAccountMalformed.On("bankAccount");
        return body.Health?.Length > 200 ? PersonRefusal.HealthTooLong.On("health") : null;
    }

    private static Refused? Unknown(MemberBody body)
    {
        if (Terms.Find<Relation>(body.Relation) is null) return PersonRefusal.TermUnknown.On("relation");
        if (Terms.Labour(body.Labour) is null) return PersonRefusal.TermUnknown.On("labour");
        if (Terms.Employment(body.Employment) is null) return PersonRefusal.TermUnknown.On("employment");
        return Terms.Schooling(body.Schooling) is null ? PersonRefusal.TermUnknown.On("schooling") : null;
    }

    private static bool IsDigits(string text, int least, int most, string also) =>
        text.Length >= least && text.Length <= most && text.All(letter => char.IsAsciiDigit(letter) || also.Contains(letter, StringComparison.Ordinal));

    // Null says nothing, the empty text takes the value away: the domain's own distinction.
    private static SealedText? Sealed(PersonSealer sealer, string field, string? plain) => plain switch
    {
        null => null,
        "" => SealedText.Cleared,
        _ => new SealedText(sealer.Seal(field, plain)),
    };
}
