namespace Revitalization.Silo.Accounts;

public static class AccountNames
{
    /// <summary>3–40 lower-case letters, digits and hyphens: safe in an address, a stream's name and an API key.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 40 && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
