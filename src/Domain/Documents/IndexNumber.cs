using System.Globalization;
using Revitalization.Domain.Privacy;

namespace Revitalization.Domain.Documents;

public enum IndexNumberForm
{
    Malformed = 0,

    /// <summary>统一社会信用代码/年-五位流水号, as after 2015.</summary>
    CreditCode = 1,

    /// <summary>组织机构代码(九位)/年-五位流水号: the twenty characters of the first national guideline.</summary>
    OrganisationCode = 2,

    /// <summary>Initials of a department in pinyin instead of its code, as 石泉 writes them: accepted, with a warning.</summary>
    Pinyin = 3,
}

/// <summary>An index number (索引号), taken apart: whose it is, of which year, and the serial number in it.</summary>
/// <param name="Organisation">As written, without hyphens.</param>
/// <param name="Broken">What is wrong with an organisation code; null where nothing is.</param>
public readonly record struct IndexNumber(IndexNumberForm Form, string Organisation, int Year, OrganisationCodeRefusal? Broken)
{
    private const int SerialMost = 6, SerialLeast = 3, CreditLength = 18, OldLength = 9, PinyinMost = 32;

    /// <summary>The county (or city, or province) under which the organisation was registered; null where the number does not carry one.</summary>
    public string? Region => Form == IndexNumberForm.CreditCode ? Organisation[2..8] : null;

    public static IndexNumber Read(string? text)
    {
        var parts = (text ?? "").Trim().Split('/');
        if (parts.Length != 2 || YearOf(parts[1]) is not { } year) return default;
        var organisation = parts[0].Replace("-", "", StringComparison.Ordinal);
        if (organisation.Length == CreditLength) return Checked(IndexNumberForm.CreditCode, organisation, year, Privacy.OrganisationCode.Check(organisation));
        if (organisation.Length == OldLength && organisation.Any(char.IsAsciiDigit))
            return Checked(IndexNumberForm.OrganisationCode, organisation, year, Privacy.OrganisationCode.CheckCarried(organisation));
        return organisation.Length is > 1 and <= PinyinMost && organisation.All(char.IsAsciiLetter)
            ? new(IndexNumberForm.Pinyin, organisation, year, null)
            : default;
    }

    // A code with letters that codes do not have is no index number at all; one whose check letter is wrong was mistyped.
    private static IndexNumber Checked(IndexNumberForm form, string organisation, int year, OrganisationCodeRefusal? broken) =>
        broken is null or OrganisationCodeRefusal.CheckDigitWrong ? new(form, organisation, year, broken) : default;

    private static int? YearOf(string text) => text.Split('-') is [{ Length: 4 } year, { Length: >= SerialLeast and <= SerialMost } serial]
        && year.All(char.IsAsciiDigit) && serial.All(char.IsAsciiDigit) && year[0] is '1' or '2'
        ? int.Parse(year, CultureInfo.InvariantCulture)
        : null;
}
