using System.Reflection;
using System.Reflection.Emit;
using HypeWatch.Model;

namespace HypeWatch.Tests.Architecture;

/// <summary>Data flows one way: a room uses the foundations and itself; only the pipeline knows all rooms.</summary>
public sealed class RoomsTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly string[] Foundations = ["Model", "Storage", "Llm", "Http", "Lexicons", "Classifiers"];

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(op => op.Value);

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
    public void Only_one_room_opens_connections()
    {
        string[] ways = ["HttpClient", "HttpMessageInvoker", "HttpClientHandler", "SocketsHttpHandler", "WebClient", "WebRequest", "HttpWebRequest", "FtpWebRequest", "TcpClient", "UdpClient", "Socket", "ClientWebSocket"];
        var others = from type in typeof(Claim).Assembly.GetTypes()
                     where RoomOf(type) is not "Http"
                     from method in type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything))
                     from made in Called(method, OpCodes.Newobj)
                     where ways.Contains(made.Name)
                     select $"{type.FullName} makes a {made.Name}";
        Assert.Empty(others.Distinct(StringComparer.Ordinal));
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
        IEnumerable<Type?> direct =
        [
            type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Everything).Select(field => field.FieldType), .. type.GetProperties(Everything).Select(property => property.PropertyType),
            .. type.GetMethods(Everything).SelectMany(Signature), .. type.GetConstructors(Everything).SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
            .. type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(Called),
        ];
        return direct.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Signature(MethodInfo method) => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)];

    private static IEnumerable<Type> Parts(Type type) =>
        type.IsGenericType ? [type, .. type.GetGenericArguments().SelectMany(Parts)] : type.HasElementType ? Parts(type.GetElementType()!) : [type];

    // The types whose members a method body calls, read from its instructions.
    private static IEnumerable<Type> Called(MethodBase method) => Called(method, OpCodes.Call, OpCodes.Callvirt, OpCodes.Newobj);

    private static IEnumerable<Type> Called(MethodBase method, params OpCode[] wanted)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } code) yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } generic ? generic.GetGenericArguments() : null;
        var methodArguments = method is MethodInfo { IsGenericMethod: true } open ? open.GetGenericArguments() : null;
        for (var i = 0; i < code.Length;)
        {
            var op = code[i] == 0xFE ? Codes[(short)(0xFE00 | code[i + 1])] : Codes[code[i]];
            i += op.Size;
            var at = i;
            i += Length(op, code, at);
            if (!wanted.Contains(op)) continue;
            MethodBase? target = null;
            try
            {
                target = method.Module.ResolveMethod(BitConverter.ToInt32(code, at), typeArguments, methodArguments);
            }
            catch (ArgumentException)
            {
                // A call through a generic parameter; it names no method by itself.
            }

            if (target?.DeclaringType is { } declaring) yield return declaring;
        }
    }

    // Walking instruction by instruction: a byte of an operand can look like a call.
    private static int Length(OpCode op, byte[] code, int at) => op.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
