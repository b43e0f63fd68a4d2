using System.Globalization;

namespace Revitalization.Silo.Privacy;

/// <summary>Names under which personal fields are sealed; they are bound into the ciphertext, so never rename one.</summary>
public static class PersonFields
{
    public const string Name = "name";
    public const string NationalId = "nationalId";
    public const string Phone = "phone";
    public const string BirthDate = "birthDate";
    public const string BankAccount = "bankAccount";
    public const string Health = "health";

    /// <summary>A free text of the household's monitoring file, under the key of its head.</summary>
    public const string Text = "text";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
