using System.Reflection;
using System.Text;
using Orleans;
using Orleans.Serialization;

namespace Revitalization.Engine.Local.Messages;

/// <summary>A field that travels.</summary>
/// <param name="Shared">Marked [Immutable] where it is declared.</param>
internal readonly record struct SerializableMember(FieldInfo Field, bool Shared);

/// <summary>
/// What a type declares to travel: members with an [Id], and of a record also those of its primary constructor. A base type
/// that does not declare itself loses its part, as it would on the wire.
/// </summary>
internal static class Serializable
{
    private const BindingFlags Own = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static bool IsDeclared(Type type) =>
        type is { IsInterface: false, IsEnum: false } && type.IsDefined(typeof(GenerateSerializerAttribute), inherit: false);

    public static IReadOnlyList<SerializableMember> MembersOf(Type type)
    {
        List<SerializableMember> members = [];
        for (var level = type; level is not null && level != typeof(object); level = level.BaseType)
            if (IsDeclared(level)) members.AddRange(DeclaredBy(level));
        return members;
    }

    private static List<SerializableMember> DeclaredBy(Type type)
    {
        var positional = PositionalNames(type);
        HashSet<uint> ids = [];
        List<SerializableMember> members = [];
        foreach (var member in type.GetMembers(Own).Where(member => member is FieldInfo or PropertyInfo))
        {
            var id = member.GetCustomAttribute<IdAttribute>();
            if (id is null && !(member is PropertyInfo && positional.Contains(member.Name))) continue;
            if (id is not null && !ids.Add(id.Id)) throw new SerializerException($"{type} gives id {id.Id} to two members.");
            members.Add(new(FieldOf(type, member), member.IsDefined(typeof(ImmutableAttribute), inherit: false)));
        }
        return members;
    }

    private static FieldInfo FieldOf(Type type, MemberInfo member) =>
        member as FieldInfo ?? type.GetField($"<{member.Name}>k__BackingField", Own)
        ?? throw new SerializerException($"{type}.{member.Name} has an [Id] but keeps no value of its own.");

    /// <summary>The primary constructor's parameters, known by the deconstructor the compiler writes from them.</summary>
    private static HashSet<string> PositionalNames(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", Own, [typeof(StringBuilder)]) is not null;
        var deconstruct = isRecord ? type.GetMethods(Own).FirstOrDefault(method => method.Name == "Deconstruct") : null;
        return deconstruct is null ? [] : [.. deconstruct.GetParameters().Select(parameter => parameter.Name!)];
    }
}
