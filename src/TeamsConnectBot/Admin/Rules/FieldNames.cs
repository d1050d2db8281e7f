using TeamsConnectBot.Admin.Web;

namespace TeamsConnectBot.Admin.Rules;

/// <summary>Maps a rule's fields in JSON to the page's names and elements.</summary>
internal static class FieldNames
{
    /// <summary>The display name of a field; without one, its name in JSON.</summary>
    public static string Of(PageTexts t, string field) => t.Find("field." + field) ?? field;

    /// <summary>The id of the element for a field named in a problem. Elements of conditions are known to the form only.</summary>
    public static string ElementOf(string field) => field switch
    {
        "id" => "Id",
        "name" or "name.nl" => "NameNl", "name.en" => "NameEn",
        "why" or "why.nl" => "WhyNl", "why.en" => "WhyEn",
        "offer" => "Offer",
        "quietHours.from" => "QuietFrom",
        _ when field.StartsWith("quietHours", StringComparison.Ordinal) => "QuietTo",
        _ when field.StartsWith("pools", StringComparison.Ordinal) => "pools",
        _ => field.Replace('.', '-'),
    };
}
