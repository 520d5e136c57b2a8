using System.Collections.Generic;

namespace NetGen.Generator.Optimizers;

/// <summary>Every kind of optimizer, by the name of its attribute.</summary>
internal static class OptimizerCatalog
{
    private static readonly Dictionary<string, OptimizerKind> Kinds = new()
    {
        ["Sgd"] = new SgdOptimizer(),
        ["RmsProp"] = new RmsPropOptimizer(),
        ["Adam"] = new AdamOptimizer(),
        ["AdamW"] = new AdamWOptimizer(),
        ["AdaGrad"] = new AdaGradOptimizer(),
        ["AdaDelta"] = new AdaDeltaOptimizer(),
    };

    public static OptimizerKind? Find(string op) => Kinds.TryGetValue(op, out var kind) ? kind : null;
}
