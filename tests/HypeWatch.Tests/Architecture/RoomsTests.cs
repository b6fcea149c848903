using System.Reflection;
using System.Reflection.Emit;
using HypeWatch.Model;

namespace HypeWatch.Tests.Architecture;

/// <summary>Data flows one way: a room uses the foundations and itself; only the pipeline knows all rooms.</summary>
public sealed class RoomsTests
{
    private static readonly string[] Foundations = ["Model", "Storage", "Llm", "Http", "Lexicons"];

    private static readonly (string From, string To)[] Exceptions = [("Evidence", "Literature"), ("Digests", "Queries")];

    [Fact]
    public void No_room_uses_another_room()
    {
        var arrows = from type in typeof(Claim).Assembly.GetTypes()
                     let room = RoomOf(type)
                     where room is not null and not "Pipeline"
                     from used in UsedBy(type)
                     let other = RoomOf(used)
                     where other is not null && other != room && !Foundations.Contains(other) && !Exceptions.Contains((room, other))
                     select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(arrows.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_model_uses_nothing()
    {
        var arrows = from type in typeof(Claim).Assembly.GetTypes()
                     where RoomOf(type) == "Model"
                     from used in UsedBy(type)
                     where RoomOf(used) is not null and not "Model"
                     select $"{type.FullName} uses {used.FullName}";
        Assert.Empty(arrows.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void The_library_knows_neither_the_web_nor_the_scheduler_nor_the_console()
    {
        var names = typeof(Claim).Assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name is "Quartz" or "Spectre.Console" or "System.CommandLine");
    }

    [Fact]
    public void The_reader_of_arrows_sees_what_method_bodies_call() =>
        Assert.Contains(UsedBy(typeof(RoomsTests)), used => used == typeof(RoomsTests) || used == typeof(Assert));

    private static string? RoomOf(Type type)
    {
        var parts = (type.Namespace ?? "").Split('.');
        return parts is ["HypeWatch", var room, ..] && type.Assembly == typeof(Claim).Assembly ? room : null;
    }

    private static IEnumerable<Type> UsedBy(Type type)
    {
        const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> direct =
        [
            type.BaseType, .. type.GetInterfaces(), .. type.GetFields(All).Select(field => field.FieldType), .. type.GetProperties(All).Select(property => property.PropertyType),
            .. type.GetMethods(All).SelectMany(Signature), .. type.GetConstructors(All).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(Called),
        ];
        return direct.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Signature(MethodInfo method) => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)];

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : type.HasElementType ? Parts(type.GetElementType()!) : [type];

    // The types whose members a method body calls, read instruction by instruction: an operand's bytes may look like a call of anything.
    private static IEnumerable<Type> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method is MethodInfo { IsGenericMethod: true } open ? open.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            var instruction = code[i] == 0xFE ? Instructions[(short)(0xFE00 | code[i + 1])] : Instructions[code[i]];
            i += instruction.Size;
            if (instruction.OperandType == OperandType.InlineMethod && method.Module.ResolveMethod(BitConverter.ToInt32(code, i), typeArguments, methodArguments)?.DeclaringType is { } declaring)
                yield return declaring;
            i += OperandSize(instruction.OperandType, code, i);
        }
    }

    private static readonly Dictionary<short, OpCode> Instructions =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
