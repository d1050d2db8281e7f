using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using TeamsConnectBot.BotFramework.Hosting;

namespace TeamsConnectBot.Operations;

/// <summary>One setting, as an administrator writes it.</summary>
/// <param name="Key">With <c>n</c> for an index in a list and <c>NAME</c> for a freely chosen name.</param>
/// <param name="Default">The default value; empty for none.</param>
/// <param name="Meaning">The summary of the property in the code.</param>
internal sealed record OptionRow(string Key, string Default, string Meaning);

/// <summary>Every setting of the service, read from the options classes, so that the list is complete and correct.</summary>
internal static class OptionsTable
{
    private const string Intro =
        "# Settings\n\n"
        + "For IT administrators. Generated from the code by `dotnet run --project src/TeamsConnectBot -- options > docs/options.md`. "
        + "In an environment variable, write a colon as two underscores: `Graph__TenantId`. Durations are written `hours:minutes:seconds`. "
        + "Settings without a default that are required say 'must be set'; the other defaults suit most organisations.\n\n"
        + "| key | default | meaning |\n| --- | --- | --- |";

    public static int Print(TextWriter output)
    {
        output.Write(Markdown());
        return 0;
    }

    public static string Markdown() =>
        $"{Intro}\n{string.Concat(Rows().Select(row => $"| `{row.Key}` | {Code(row.Default)} | {Escaped(row.Meaning)} |\n"))}";

    private static string Code(string text) => text.Length > 0 ? $"`{text}`" : "";

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    public static IReadOnlyList<OptionRow> Rows() =>
    [
        .. new[] { typeof(BotOptions).Assembly, typeof(OptionsTable).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Select(type => (
                Type: type,
                Section: type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string))
            .Where(found => found.Section is not null)
            .OrderBy(found => found.Section, StringComparer.Ordinal)
            .SelectMany(found => Of(found.Section!, found.Type)),
    ];

    private static IEnumerable<OptionRow> Of(string prefix, Type type)
    {
        var example = Activator.CreateInstance(type)!;
        return type.GetProperties().Where(IsSetting)
            .SelectMany(property => Of($"{prefix}:{property.Name}".TrimStart(':'), property, property.GetValue(example)));
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

    // A property that is only computed from settings has no setter, and its type is not an options class.
    private static bool IsSetting(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && (property.SetMethod?.IsPublic == true
            || (!IsPlain(property.PropertyType) && property.GetGetMethod() is not null && IsBound(property.PropertyType)));

    private static bool IsBound(Type type) =>
        typeof(IEnumerable).IsAssignableFrom(type) || type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(Uri)
            || Nullable.GetUnderlyingType(type) is not null;

    private static string Text(object? value) => value switch
    {
        null or "" => "",
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Meaning(PropertyInfo property)
    {
        var meaning = DocumentedMembers.SummaryOf(property)
            ?? throw new InvalidOperationException($"The setting {property.DeclaringType}.{property.Name} has no documentation summary.");
        return property.GetCustomAttribute<RangeAttribute>() is { } range ? $"{meaning} {range.Minimum} to {range.Maximum}." : meaning;
    }
}
