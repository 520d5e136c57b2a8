namespace NetGen;

/// <summary><c>exp(x) / Σ exp(x)</c> over the last axis. Before <see cref="CrossEntropyAttribute"/> it is an error: that loss takes logits.</summary>
public sealed class SoftmaxAttribute : LayerAttribute
{
}
