namespace Revitalization.Silo.Privacy;

/// <summary>How personal values are shown (脱敏): enough to recognise what one already knows, not enough to learn it.</summary>
public static class Masking
{
    /// <summary>张**.</summary>
    public static string Name(string name) => Keep(name, 1, 0);

    /// <summary>138******78.</summary>
    public static string Phone(string phone) => Keep(phone, 3, 2);

    /// <summary>Only the last four.</summary>
    public static string BankAccount(string account) => Keep(account, 0, 4);

    private static string Keep(string text, int head, int tail) => text.Length <= head + tail
        ? new string('*', text.Length)
        : string.Concat(text.AsSpan(0, head), new string('*', text.Length - head - tail), text.AsSpan(text.Length - tail));
}
