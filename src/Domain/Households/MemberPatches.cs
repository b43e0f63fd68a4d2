using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Households;

/// <summary>What changes between two descriptions of a member, and a description with a change applied.</summary>
public static class MemberPatches
{
    internal static readonly MemberDetails Blank =
        new(Guid.Empty, SealedText.Cleared, null, Sex.Male, 0, Relation.Other);

    /// <summary>Everything a first description states.</summary>
    public static MemberPatch Of(MemberDetails details) => new(
        details.Person, details.Name, Stated(details.NationalId), details.Sex, details.BirthYear, details.Relation,
        details.Labour, details.Willing, details.Employment, details.Schooling,
        Stated(details.Phone), Stated(details.BirthDate), Stated(details.BankAccount), Stated(details.Health));

    /// <summary>What is new in <paramref name="stated"/>; <see cref="MemberPatch.Empty"/> if nothing.</summary>
    public static MemberPatch Between(MemberDetails known, MemberDetails stated) => new(
        New(known.Person, stated.Person), New(known.Name, stated.Name), NewSealed(known.NationalId, stated.NationalId),
        New(known.Sex, stated.Sex), New(known.BirthYear, stated.BirthYear), New(known.Relation, stated.Relation),
        New(known.Labour, stated.Labour), New(known.Willing, stated.Willing), New(known.Employment, stated.Employment),
        New(known.Schooling, stated.Schooling), NewSealed(known.Phone, stated.Phone),
        NewSealed(known.BirthDate, stated.BirthDate), NewSealed(known.BankAccount, stated.BankAccount),
        NewSealed(known.Health, stated.Health));

    public static MemberDetails ApplyTo(this MemberPatch patch, MemberDetails known) => new(
        patch.Person ?? known.Person, patch.Name ?? known.Name, Applied(known.NationalId, patch.NationalId),
        patch.Sex ?? known.Sex, patch.BirthYear ?? known.BirthYear, patch.Relation ?? known.Relation,
        patch.Labour ?? known.Labour, patch.Willing ?? known.Willing, patch.Employment ?? known.Employment,
        patch.Schooling ?? known.Schooling, Applied(known.Phone, patch.Phone),
        Applied(known.BirthDate, patch.BirthDate), Applied(known.BankAccount, patch.BankAccount),
        Applied(known.Health, patch.Health));

    private static T? New<T>(T known, T stated) where T : struct, IEquatable<T> =>
        known.Equals(stated) ? null : stated;

    private static TEnum? New<TEnum>(TEnum known, TEnum stated, TEnum? unused = null) where TEnum : struct, Enum =>
        EqualityComparer<TEnum>.Default.Equals(known, stated) ? unused : stated;

    private static SealedText? NewSealed(SealedText? known, SealedText? stated) =>
        stated is not { } text || text == (known ?? SealedText.Cleared) ? null : text;

    private static SealedText? Applied(SealedText? known, SealedText? patch) => patch is { } text ? Stated(text) : known;

    private static SealedText? Stated(SealedText? text) => text is { IsCleared: false } ? text : null;
}
