using System.Text.Json.Serialization;

namespace TeamsConnectBot.BotFramework.Cards;

/// <summary>What a card consists of, written by the compiler.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(AdaptiveCard))]
internal sealed partial class CardJson : JsonSerializerContext;
