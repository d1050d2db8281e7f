using System.Net.Http.Json;
using System.Net.WebSockets;

namespace TeamsConnectBot.Tests.Playground;

/// <summary>One person's chat with the bot, using the same requests as the playground's own page.</summary>
internal sealed class PlaygroundChat : IDisposable
{
    // The ids in people.yml.
    private const string Conversation = "a:noor";
    private const string Person = "29:noor";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private readonly HttpClient http;
    private readonly ClientWebSocket stream = new();

    private PlaygroundChat(Uri playground) => http = new HttpClient { BaseAddress = playground };

    public static async Task<PlaygroundChat> OpenAsync(Uri playground)
    {
        var chat = new PlaygroundChat(playground);
        using var timeout = new CancellationTokenSource(Timeout);
        var address = new UriBuilder(playground) { Scheme = "ws", Path = "/_ws_conversation/v1/conversations/stream" };
        await chat.stream.ConnectAsync(address.Uri, timeout.Token);
        return chat;
    }

    /// <summary>The playground does not install the app by itself; it sends the activities it is given.</summary>
    public async Task InstallAsync()
    {
        var activity = await http.GetFromJsonAsync<JsonObject>(
            $"_internal/v1/customActivities/template?conversationId={Conversation}&type=install");
        await PostAsync("_internal/v1/customActivities", activity!);
    }

    public Task WriteAsync(string text) => PostAsync(
        $"_conversation/v1/conversations/{Conversation}/messages",
        new JsonObject { ["from"] = new JsonObject { ["id"] = Person }, ["text"] = text, ["textFormat"] = "plain" });

    /// <returns>The card that replaces the clicked one.</returns>
    public async Task<PlaygroundCard> ClickAsync(PlaygroundCard card, string verb, string ticked)
    {
        var answer = await PostAsync("_conversation/v1/invoke", new JsonObject
        {
            ["name"] = "adaptiveCard/action",
            ["value"] = new JsonObject
            {
                ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = card.Answer(verb, ticked) },
            },
            ["from"] = new JsonObject { ["id"] = Person },
            ["conversation"] = new JsonObject { ["id"] = Conversation },
            ["replyToId"] = card.MessageId,
        });
        Assert.That((string?)answer?["type"], Is.EqualTo("application/vnd.microsoft.card.adaptive"), answer?.ToJsonString());
        return new PlaygroundCard(card.MessageId, answer!["value"]!);
    }

    /// <summary>Waits for the next message with a card, skipping the person's own messages in the same stream.</summary>
    public async Task<PlaygroundCard> NextCardAsync()
    {
        using var timeout = new CancellationTokenSource(Timeout);
        while (true)
        {
            var shown = await ReadAsync(timeout.Token);
            if ((string?)shown?["action"] == "createMessage" && shown["message"] is { } message
                && message["attachments"] is JsonArray { Count: 1 } cards && cards[0]?["content"] is { } content)
            {
                return new PlaygroundCard((string)message["messageId"]!, content);
            }
        }
    }

    public void Dispose()
    {
        stream.Dispose();
        http.Dispose();
    }

    private async Task<JsonNode?> PostAsync(string path, JsonNode body)
    {
        using var response = await http.PostAsJsonAsync(path, body);
        var answer = await response.Content.ReadAsStringAsync();
        Assert.That(response.IsSuccessStatusCode, $"The playground answered {(int)response.StatusCode} to {path}: {answer}");
        return answer.StartsWith('{') ? JsonNode.Parse(answer) : null;
    }

    private async Task<JsonNode?> ReadAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[8192];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await stream.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            Assert.That(part.MessageType, Is.EqualTo(WebSocketMessageType.Text), "The playground closed its stream.");
            message.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray());
    }
}
