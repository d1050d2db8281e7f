using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace TeamsConnectBot.Operations;

/// <summary>Reads the summary of a member from the XML documentation file next to its assembly.</summary>
internal static partial class DocumentedMembers
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    /// <returns>The summary on one line, as Markdown; null when there is none.</returns>
    public static string? SummaryOf(PropertyInfo property)
    {
        var members = Files.GetOrAdd(property.DeclaringType!.Assembly, Read);
        var name = $"P:{property.DeclaringType.FullName!.Replace('+', '.')}.{property.Name}";
        return members.GetValueOrDefault(name)?.Element("summary") is { } summary ? Spaces().Replace(Text(summary), " ").Trim() : null;
    }

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly.GetName().Name}.xml");
        return XDocument.Load(file).Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    private static string Text(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement see => $"`{(see.Attribute("cref")?.Value ?? see.Attribute("langword")?.Value ?? see.Value).Split('.')[^1]}`",
        _ => "",
    }));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
