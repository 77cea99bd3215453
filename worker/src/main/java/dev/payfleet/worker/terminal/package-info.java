/// What commands show people: tables, colours and a region that is redrawn in place, each plain where the output is
/// no terminal. Start at [dev.payfleet.worker.terminal.Screen].
@NullMarked
package dev.payfleet.worker.terminal;

import org.jspecify.annotations.NullMarked;
