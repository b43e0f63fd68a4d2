using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;

namespace Revitalization.Engine.Local.Messages;

/// <summary>
/// Writes the copier of a declared type: a blank object, then each member that travels. Emitted, because it sets init-only fields
/// and runs for every message.
/// </summary>
internal static class CopierEmitter
{
    private static readonly MethodInfo Blank = typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.GetUninitializedObject))!;
    private static readonly MethodInfo FromHandle = typeof(Type).GetMethod(nameof(Type.GetTypeFromHandle))!;
    private static readonly MethodInfo Record = typeof(CopyScope).GetMethod(nameof(CopyScope.Record))!;
    private static readonly MethodInfo Member = typeof(MessageCopier).GetMethod(nameof(MessageCopier.Member))!;
    private static readonly MethodInfo Share = typeof(MessageCopier).GetMethod(nameof(MessageCopier.Share))!;

    public static Func<T, CopyScope, T> Emit<T>()
    {
        var type = typeof(T);
        var method = new DynamicMethod($"Copy{type.Name}", type, [type, typeof(CopyScope)], typeof(CopierEmitter).Module, skipVisibility: true);
        var il = method.GetILGenerator();
        var copy = il.DeclareLocal(type);
        if (type.IsValueType) EmitBlankStruct(il, copy);
        else EmitBlankObject(il, copy);
        foreach (var member in Serializable.MembersOf(type)) EmitMember(il, copy, member);
        il.Emit(OpCodes.Ldloc, copy);
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Func<T, CopyScope, T>>();
    }

    private static void EmitBlankStruct(ILGenerator il, LocalBuilder copy)
    {
        il.Emit(OpCodes.Ldloca, copy);
        il.Emit(OpCodes.Initobj, copy.LocalType);
    }

    private static void EmitBlankObject(ILGenerator il, LocalBuilder copy)
    {
        if (copy.LocalType.GetConstructor(Type.EmptyTypes) is { } parameterless)
        {
            il.Emit(OpCodes.Newobj, parameterless);
        }
        else
        {
            il.Emit(OpCodes.Ldtoken, copy.LocalType);
            il.Emit(OpCodes.Call, FromHandle);
            il.Emit(OpCodes.Call, Blank);
            il.Emit(OpCodes.Castclass, copy.LocalType);
        }
        il.Emit(OpCodes.Stloc, copy);
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldloc, copy);
        il.Emit(OpCodes.Call, Record);
    }

    private static void EmitMember(ILGenerator il, LocalBuilder copy, SerializableMember member)
    {
        il.Emit(copy.LocalType.IsValueType ? OpCodes.Ldloca : OpCodes.Ldloc, copy);
        if (copy.LocalType.IsValueType) il.Emit(OpCodes.Ldarga, 0);
        else il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldfld, member.Field);
        var part = member.Field.FieldType;
        if (!CopierCatalog.PlanOf(part).IsLeaf)
        {
            il.Emit(OpCodes.Ldarg_1);
            il.Emit(OpCodes.Call, (member.Shared ? Share : Member).MakeGenericMethod(part));
        }
        il.Emit(OpCodes.Stfld, member.Field);
    }
}
