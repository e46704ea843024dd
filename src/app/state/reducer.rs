//! The reducer: computes the state after an action, and the effects to run.

use super::action::Action;
use super::effect::Effect;
use super::page_state::State;
use super::screen::Screen;
use super::storage::Gate;
use super::storage::command::StorageCommand;
use super::storage::event::StorageEvent;

impl State {
    /// The state after an action, without its effects.
    #[must_use]
    pub fn apply(self, action: Action) -> State {
        self.reduce(action).0
    }

    /// The state after an action, and its effects.
    #[must_use]
    pub fn reduce(&self, action: Action) -> (State, Vec<Effect>) {
        if matches!(action, Action::SaveDraft(_)) && self.save_command().is_none() {
            // The case was not saved, so it stays marked as unsaved.
            return (self.clone(), Vec::new());
        }
        let (is_new_case, is_of_storage) = (action.is_new_case(), matches!(action, Action::StorageEvent(_)));
        let mut effects = self.effects_of(&action);
        let is_by_hand = !matches!(action, Action::StorageEvent(_) | Action::StorageRequest(_));
        let mut after = self.clone().applied(action);
        if is_by_hand && *after.case != *self.case {
            after.changed();
        }
        if is_new_case && self.storage.open.is_some() && after.storage.open.is_none() {
            effects.extend(self.save_command().map(Effect::Store));
            effects.push(Effect::Store(StorageCommand::LockProfile));
        }
        effects.extend(self.effects_until(&after));
        if after.storage.unsaved.0 && !is_of_storage {
            effects.push(Effect::SaveSoon);
        }
        (after, effects)
    }

    /// The effects to run when the page starts in this state.
    #[must_use]
    pub fn first_effects(&self) -> Vec<Effect> {
        let reads = (self.storage.gate == Some(Gate::Reloading)).then_some(Effect::Store(StorageCommand::ReadDraft));
        let fingerprint = (self.screen == Screen::Keep).then_some(Effect::Store(StorageCommand::Fingerprint));
        [Effect::Speak(self.language)].into_iter().chain(reads).chain(fingerprint).chain(self.focus()).collect()
    }

    /// The effects of an action that depend on the state before it.
    fn effects_of(&self, action: &Action) -> Vec<Effect> {
        let mut effects = Vec::new();
        if action.is_new_case() || matches!(action, Action::Tell(_) | Action::Quiet) {
            effects.push(Effect::FoldMenu);
        }
        if action.is_new_case() {
            effects.push(Effect::ScrollToTop);
        }
        effects.extend(self.commands_before(action).into_iter().map(Effect::Store));
        match action {
            Action::StorageRequest(request) => effects.extend(self.storage_command(request).map(Effect::Store)),
            Action::SaveDraft(_) => effects.extend(self.save_command().map(Effect::Store)),
            Action::StorageEvent(StorageEvent::RecordRead(text)) => effects.push(Effect::HandOut(text.clone())),
            _ => {}
        }
        effects
    }

    /// The effects that follow from the difference between two states.
    fn effects_until(&self, after: &State) -> Vec<Effect> {
        let mut effects = Vec::new();
        if after.language != self.language {
            effects.push(Effect::Speak(after.language));
        }
        if after.storage.gate.is_some() != self.storage.gate.is_some() {
            effects.push(Effect::Store(StorageCommand::Cover(after.storage.gate.is_some())));
        }
        if after.storage.gate != self.storage.gate {
            effects.extend(after.focus());
        }
        if after.screen != self.screen {
            effects.push(Effect::Navigate(after.screen));
            if after.screen == Screen::Keep && after.storage.fingerprint.is_empty() {
                effects.push(Effect::Store(StorageCommand::Fingerprint));
            }
        }
        if after.member_list.printing && !self.member_list.printing {
            effects.push(Effect::PrintMembers);
        }
        effects
    }

    /// Moves the focus when a gate opens or closes.
    fn focus(&self) -> Option<Effect> {
        match self.storage.gate {
            Some(Gate::Pin(_)) => Some(Effect::Focus("pin")),
            Some(_) => Some(Effect::Focus("gate")),
            None if self.screen == Screen::Done => Some(Effect::Focus("done")),
            None => None,
        }
    }
}

impl Action {
    /// Whether the action replaces the case.
    fn is_new_case(&self) -> bool {
        matches!(self, Action::Load(_) | Action::Open(_) | Action::ReadList(_) | Action::Clean)
    }
}
