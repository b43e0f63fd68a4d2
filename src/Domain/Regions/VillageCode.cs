namespace Revitalization.Domain.Regions;

/// <summary>
/// Village codes (村级代码): the township's nine digits and three more. Real ones are not public; 900–999 is never
/// used by the statistics bureau and marks a code of ours as synthetic (示例).
/// </summary>
public static class VillageCode
{
    public const int Length = 12;

    public static bool IsWellFormed(string? code) => code is { Length: Length } && code.All(char.IsAsciiDigit);

    public static bool IsSynthetic(string code) => IsWellFormed(code) && code[9] == '9';

    public static string Township(string code) => code[..9];

    public static string County(string code) => code[..6];
}
