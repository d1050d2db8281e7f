using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Operations;

/// <summary>One setting, as an administrator writes it.</summary>
/// <param name="Key">With <c>n</c> for a list's number and <c>NAME</c> for a name of one's own.</param>
/// <param name="Default">What counts when it is not set; empty for nothing.</param>
/// <param name="Meaning">From the code's own documentation.</param>
internal sealed record OptionRow(string Key, string Default, string Meaning);

/// <summary>Every setting of the service, read from the classes that hold them, so that none is missing and none made up.</summary>
internal static class OptionsTable
{
    private const string Intro = """
        # Settings

        Made from the code by `dotnet run --project src/TeamsConnectBot -- options > docs/options.md`. As an environment variable a colon is written as two underscores: `Graph__TenantId`. Durations are written `hours:minutes:seconds`. What must be set says 'must be set'; the rest has a default that suits most organisations.

        | key | default | meaning |
        | --- | --- | --- |
        """;

    public static int Print(TextWriter output)
    {
        output.Write(Markdown());
        return 0;
    }

    public static string Markdown() =>
        $"{Intro}\n{string.Concat(Rows().Select(row => $"| `{row.Key}` | {(row.Default.Length > 0 ? $"`{row.Default}`" : "")} | {row.Meaning.Replace("|", "\\|", StringComparison.Ordinal)} |\n"))}";

    public static IReadOnlyList<OptionRow> Rows() =>
    [
        .. new[] { typeof(BotOptions).Assembly, typeof(OptionsTable).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (Type: type, Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null)
            .OrderBy(found => found.Section, StringComparer.Ordinal)
            .SelectMany(found => Of(found.Section!, found.Type)),
    ];

    private static IEnumerable<OptionRow> Of(string prefix, Type type)
    {
        var example = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties().Where(IsSetting))
        {
            var value = property.GetValue(example);
            var key = $"{prefix}:{property.Name}";
            foreach (var row in Of(key, property, value))
            {
                yield return row;
            }
        }
    }

    private static IEnumerable<OptionRow> Of(string key, PropertyInfo property, object? value)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (IsPlain(type))
        {
            return [new OptionRow(key, Text(value), Meaning(property))];
        }

        if (typeof(IDictionary).IsAssignableFrom(type))
        {
            return [new OptionRow($"{key}:NAME", "", Meaning(property))];
        }

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
        {
            var item = type.GetGenericArguments()[0];
            return IsPlain(item) ? [new OptionRow($"{key}:n", "", Meaning(property))] : Of($"{key}:n", item);
        }

        return Of(key, type);
    }

    // What is only computed from settings has no setter and is no object of its own.
    private static bool IsSetting(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && (property.SetMethod?.IsPublic == true || (!IsPlain(property.PropertyType) && property.GetGetMethod() is not null && IsBound(property.PropertyType)));

    private static bool IsBound(Type type) => typeof(IEnumerable).IsAssignableFrom(type) || type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Uri) || Nullable.GetUnderlyingType(type) is not null;

    private static string Text(object? value) => value switch
    {
        null or "" => "",
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Meaning(PropertyInfo property)
    {
        var meaning = DocumentedMembers.SummaryOf(property) ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} is a setting without a documented meaning.");
        return property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{meaning} {range.Minimum} to {range.Maximum}." : meaning;
    }
}
