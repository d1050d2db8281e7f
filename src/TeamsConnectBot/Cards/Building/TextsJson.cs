using System.Text.Json;
using System.Text.Json.Serialization;

namespace TeamsConnectBot.Cards.Building;

/// <summary>
/// How <see cref="Texts"/> are read, written by the compiler. Otherwise each start would inspect about a hundred records.
/// </summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true, GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Texts))]
internal sealed partial class TextsJson : JsonSerializerContext;
