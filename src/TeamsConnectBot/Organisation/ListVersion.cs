using System.Security.Cryptography;
using System.Text;
using TeamsConnectBot.Cards.Building;

namespace TeamsConnectBot.Organisation;

/// <summary>Which version of a list somebody saw, so that another admin's change is not overwritten unseen.</summary>
internal static class ListVersion
{
    public static string Of(IEnumerable<HumanContactOptions> contacts) =>
        Of(contacts.SelectMany(contact => contact.Fields).Select(field => field.Text));

    public static string Of(IEnumerable<ListedTopic> topics) =>
        Of(topics.SelectMany(topic => TopicLine.Of(topic).Fields).Select(field => field.Text));

    /// <summary>Whether a list is still the version that was seen; a form that names none is not held up.</summary>
    public static bool IsStill(string? seen, string current) => string.IsNullOrEmpty(seen) || seen == current;

    private static string Of(IEnumerable<string> fields) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', fields))))[..16];
}
