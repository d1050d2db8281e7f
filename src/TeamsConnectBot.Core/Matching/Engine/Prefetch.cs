using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TeamsConnectBot.Core.Matching.Engine;

/// <summary>Asks for memory before it is needed; only a hint, and nothing where the processor has none.</summary>
internal static unsafe class Prefetch
{
    private const int CacheLine = 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Lines(void* address, int count)
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        for (var line = 0; line < count; line++)
        {
            Sse.Prefetch0((byte*)address + (line * CacheLine));
        }
    }
}
