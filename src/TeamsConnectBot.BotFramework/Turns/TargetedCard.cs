using System.Text.Json.Nodes;
using Newtonsoft.Json.Linq;
using TeamsConnectBot.BotFramework.Cards;

namespace TeamsConnectBot.BotFramework.Turns;

/// <summary>
/// Marks the buttons of a card that only one person sees. Teams does not say that a click comes from such a card, and an answer to it must
/// not become visible to others. A forged mark only makes the answer less visible.
/// </summary>
public static class TargetedCard
{
    private const string Mark = "targeted";

    /// <summary>The card, with every button marked.</summary>
    /// <exception cref="CardTooLargeException">The card is too large.</exception>
    public static AdaptiveCard Of(AdaptiveCard card)
    {
        var json = JsonNode.Parse(card.ToJson())!;
        MarkButtons(json);
        return AdaptiveCard.Parse(json.ToJsonString());
    }

    /// <summary>Whether the click is on a marked card.</summary>
    public static bool IsOnTargetedCard(this CardClick click) => click.Text(Mark) is not null;

    internal static bool IsClicked(Activity activity) =>
        (activity.Value as JObject)?["action"]?["data"] is JObject data && data[Mark] is not null;

    private static void MarkButtons(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
            {
                MarkButtons(item);
            }
        }

        if (node is not JsonObject element)
        {
            return;
        }

        foreach (var (_, value) in element.Where(member => member.Key != "data").ToList())
        {
            MarkButtons(value);
        }

        if ((string?)element["type"] is "Action.Execute" or "Action.Submit")
        {
            element["data"] ??= new JsonObject();
            element["data"]![Mark] = "true";
        }
    }
}
