package dev.payfleet.worker.drill;

/// Where a scratch table is in its short life.
public enum ScratchState {
    /// There is none of that name.
    NONE,
    /// It is being brought back, and can be neither read nor deleted.
    COMING,
    /// It can be read.
    THERE,
    /// It is being deleted.
    GOING
}
