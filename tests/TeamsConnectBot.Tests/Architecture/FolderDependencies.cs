using System.Reflection;
using System.Reflection.Emit;

namespace TeamsConnectBot.Tests.Architecture;

/// <summary>
/// Which top-level folders of a project depend on which, read from the compiled assembly: base types, members, attributes and method
/// bodies. Folders are namespaces here, which the build enforces (IDE0130).
/// </summary>
internal sealed class FolderDependencies
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    private readonly Assembly assembly;
    private readonly Dictionary<string, Dictionary<string, SortedSet<string>>> edges = [];

    public FolderDependencies(Assembly assembly)
    {
        this.assembly = assembly;
        foreach (var type in assembly.GetTypes())
        {
            if (FolderOf(type) is not { } folder)
            {
                continue;
            }

            edges.TryAdd(folder, []);
            foreach (var used in TypesUsedBy(type).SelectMany(Parts))
            {
                if (used.Assembly == assembly && FolderOf(used) is { } other && other != folder)
                {
                    Sources(folder, other).Add(Outermost(type).Name);
                }
            }
        }
    }

    public IEnumerable<string> Folders => edges.Keys.Order(StringComparer.Ordinal);

    /// <summary>The folders that a folder's types use, and by which types.</summary>
    public IReadOnlyDictionary<string, SortedSet<string>> UsedBy(string folder) => edges[folder];

    /// <summary>Groups of folders that all reach one another; empty when dependencies only go downwards.</summary>
    public IReadOnlyList<string> Cycles() =>
    [
        .. from folder in Folders
           from other in edges[folder]
           where Reachable(other.Key).Contains(folder)
           orderby other.Value.Count
           select $"{folder} -> {other.Key} by {string.Join(", ", other.Value.Take(4))}",
    ];

    private HashSet<string> Reachable(string from)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([from]);
        while (open.TryPop(out var folder))
        {
            if (reached.Add(folder))
            {
                foreach (var next in edges.GetValueOrDefault(folder)?.Keys ?? Enumerable.Empty<string>())
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    private SortedSet<string> Sources(string folder, string other)
    {
        if (!edges[folder].TryGetValue(other, out var sources))
        {
            edges[folder][other] = sources = new SortedSet<string>(StringComparer.Ordinal);
        }

        return sources;
    }

    // Returns null for types in the project's root, which wire the parts together, and for compiler-generated types.
    private string? FolderOf(Type type)
    {
        var root = assembly.GetName().Name + ".";
        return type.Namespace?.StartsWith(root, StringComparison.Ordinal) == true ? type.Namespace[root.Length..].Split('.')[0] : null;
    }

    private static Type Outermost(Type type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    private static IEnumerable<Type> TypesUsedBy(Type type)
    {
        var declared = type.GetInterfaces().Append(type.BaseType).OfType<Type>()
            .Concat(type.GetCustomAttributesData().Select(data => data.AttributeType))
            .Concat(type.GetFields(Everything).Select(field => field.FieldType))
            .Concat(type.GetProperties(Everything).Select(property => property.PropertyType));
        var methods = type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything));
        return declared.Concat(methods.SelectMany(TypesUsedBy));
    }

    private static IEnumerable<Type> TypesUsedBy(MethodBase method)
    {
        foreach (var parameter in method.GetParameters())
        {
            yield return parameter.ParameterType;
        }

        if (method is MethodInfo { ReturnType: var returned })
        {
            yield return returned;
        }

        if (method.GetMethodBody() is not { } body)
        {
            yield break;
        }

        foreach (var local in body.LocalVariables)
        {
            yield return local.LocalType;
        }

        foreach (var member in MembersIn(body.GetILAsByteArray()!, method))
        {
            if (member is Type type)
            {
                yield return type;
            }
            else
            {
                yield return member.DeclaringType ?? typeof(object);
                if (member is MethodInfo { IsGenericMethod: true } generic)
                {
                    foreach (var argument in generic.GetGenericArguments())
                    {
                        yield return argument;
                    }
                }
            }
        }
    }

    private static IEnumerable<MemberInfo> MembersIn(byte[] code, MethodBase method)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            short value = code[at++];
            if (value == 0xFE)
            {
                value = (short)(0xFE00 | code[at++]);
            }

            var operand = OpCodesByValue[value].OperandType;
            if (operand is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            }

            at += operand switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
                _ => 4,
            };
        }
    }

    // A List<Row[]> uses Row too.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType && !type.IsGenericTypeDefinition ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
